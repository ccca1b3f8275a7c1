const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['x64', 'amd64'],
  ['aarch64', 'arm64'],
  ['arm64v8', 'arm64'],
  ['arm64/v8', 'arm64'],
  ['s390', 's390x'],
])

/** The way Kubernetes spells an architecture that somebody wrote in another one. */
export function usualName(word: string): string {
  const folded = word.trim().toLowerCase()
  return OTHER_NAMES.get(folded) ?? folded
}

/** The annotation as it was likely meant; undefined when not every part of it is one of the `known` then. */
export function likelyMeant(annotation: string, known: Iterable<string>): string | undefined {
  const names = new Set(known)
  const words = annotation
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(usualName)
  return words.length > 0 && words.every((word) => names.has(word)) ? [...new Set(words)].join(',') : undefined
}
