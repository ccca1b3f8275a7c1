/** What a field can hold: anything, fields of these names, or (`[]`) a list of such. */
export type KnownFields = true | { readonly [name: string]: KnownFields }

/** Fields that can hold anything, by their names between blanks. */
export function known(names: string): { [name: string]: true } {
  return Object.fromEntries(names.split(' ').map((name) => [name, true]))
}

export const LABEL_SELECTOR: KnownFields = known('matchExpressions matchLabels')

const TERM: KnownFields = {
  matchExpressions: { '[]': known('key operator values') },
  matchFields: { '[]': known('key operator values') },
}

/** Of KubeVirt's NodePlacement (kubevirt, staging/src/kubevirt.io/controller-lifecycle-operator-sdk/api). */
export const PLACEMENT: KnownFields = {
  ...known('nodeSelector tolerations'),
  affinity: {
    ...known('podAffinity podAntiAffinity'),
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: { '[]': TERM } },
      preferredDuringSchedulingIgnoredDuringExecution: { '[]': { ...known('weight'), preference: TERM } },
    },
  },
}
