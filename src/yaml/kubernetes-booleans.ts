/**
 * The booleans of sigs.k8s.io/yaml (goyaml.v2, resolve.go) that YAML 1.2 takes for texts: in these spellings alone, `yEs`
 * is a text.
 */
export const KUBERNETES_BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
])

const LONGEST = 3

/** Whether a plain word is one of them. */
export function isKubernetesBoolean(word: string): boolean {
  return word.length <= LONGEST && KUBERNETES_BOOLEANS.has(word)
}
