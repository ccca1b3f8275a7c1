/**
 * Which preference or instance type a virtual machine means. Source: KubeVirt pkg/instancetype/find,
 * pkg/instancetype/preference/find.
 */
import { objectKey } from '../../cluster/data-source.ts'
import type { VirtualMachine } from '../../cluster/virtual-machine.ts'

/** A matcher whose inference is over. */
export interface ResolvedMatcher {
  readonly name: string
  readonly kind: string
}

export type MatcherField = 'preference' | 'instancetype'

const RESOURCES = {
  preference: { cluster: 'virtualmachineclusterpreference', namespaced: 'virtualmachinepreference' },
  instancetype: { cluster: 'virtualmachineclusterinstancetype', namespaced: 'virtualmachineinstancetype' },
} as const

/** The kind that a matcher without one gets in releases that write it. */
export function defaultKind(field: MatcherField): string {
  return RESOURCES[field].cluster
}

/** The key of the object that a matcher names, as `matcherKey` of that object; an unknown kind finds nothing. */
export function matchedKey(field: MatcherField, { name, kind }: ResolvedMatcher, machine: VirtualMachine): string {
  const resource = resourceOf(field, kind)
  return matcherKey(resource, { name, namespace: resource === RESOURCES[field].namespaced ? machine.namespace : '' })
}

/** The key of a preference or instance type: its kind in any letter case, and its name; `''` is the whole cluster. */
export function matcherKey(kind: string, object: { readonly name: string; readonly namespace: string }): string {
  return `${kind.toLowerCase()} ${objectKey(object)}`
}

/** What virt-controller says of one that is not there. */
export function matcherNotFound(field: MatcherField, { name, kind }: ResolvedMatcher): string {
  return `${resourceOf(field, kind)}s.instancetype.kubevirt.io ${JSON.stringify(name)} not found`
}

/** Singular and plural are understood; no kind is the cluster's. */
function resourceOf(field: MatcherField, kind: string): string {
  const written = kind.toLowerCase()
  const singular = written.endsWith('s') ? written.slice(0, -1) : written
  return singular === '' ? RESOURCES[field].cluster : singular
}
