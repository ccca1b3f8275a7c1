/**
 * `inferFromVolume`: the preference or instance type that a volume's labels name. Source: KubeVirt
 * pkg/instancetype/infer/volume.go, pkg/instancetype/webhooks/vm/mutator.go (validateMatchers).
 */

import { objectKey, type VolumeName } from '../../cluster/data-source.ts'
import type { DataVolumeTemplate, Matcher, SourceReference, VirtualMachine } from '../../cluster/virtual-machine.ts'
import { type JsonObject, objectAt, stringAt } from '../../json/json.ts'
import { notFound, type VolumeLabels } from '../cdi/data-source.ts'
import { type Denial, denial } from './denial.ts'
import { defaultKind, type MatcherField, type ResolvedMatcher } from './matcher.ts'
import { findDataSource, isVolume, type Surroundings } from './surroundings.ts'

/** `cleared`: the virtual machine has none any more, as its failure policy says. */
export type Inference =
  | { readonly kind: 'matcher'; readonly matcher: ResolvedMatcher; readonly inferred: boolean }
  /** `isUnknown`: an image that nobody here has seen decides. */
  | { readonly kind: 'none'; readonly isUnknown: boolean }
  | { readonly kind: 'denied'; readonly denial: Denial }

type Found = VolumeLabels | { readonly failure: string; readonly ignorable: boolean }

const MISSING_SOURCE = "unable to infer defaults from DataSource that doesn't provide DataVolumeSourcePVC"

/** What a matcher is once virt-api has looked at it. */
export function inferMatcher(field: MatcherField, machine: VirtualMachine, surroundings: Surroundings): Inference {
  const matcher = machine[field]
  if (!matcher) return { kind: 'none', isUnknown: false }
  const path = `spec.${field}`
  const invalid = invalidMatcher(field, matcher)
  if (invalid) return { kind: 'denied', denial: denial('matcher-invalid', path, invalid) }
  const kindWhenAbsent = surroundings.kubeVirt.release.writesMatcherKinds ? defaultKind(field) : ''
  if (matcher.inferFromVolume === '') {
    return { kind: 'matcher', matcher: { name: matcher.name, kind: matcher.kind || kindWhenAbsent }, inferred: false }
  }
  const found = namedByVolume(
    `instancetype.kubevirt.io/default-${field}`,
    matcher.inferFromVolume,
    machine,
    surroundings,
  )
  if (found === 'unknown') return { kind: 'none', isUnknown: true }
  if ('failure' in found) {
    if (found.ignorable && matcher.inferFromVolumeFailurePolicy === 'Ignore') return { kind: 'none', isUnknown: false }
    return { kind: 'denied', denial: denial('inference-fails', `${path}.inferFromVolume`, found.failure) }
  }
  return { kind: 'matcher', matcher: { name: found.name, kind: found.kind || kindWhenAbsent }, inferred: true }
}

function invalidMatcher(field: MatcherField, matcher: Matcher): string | undefined {
  const { name, kind, inferFromVolume, inferFromVolumeFailurePolicy: policy } = matcher
  const type = field === 'preference' ? 'PreferenceMatcher' : 'InstancetypeMatcher'
  if (name === '' && inferFromVolume === '') {
    return `Either Name or InferFromVolume should be provided within the ${type}`
  }
  if (inferFromVolume !== '' && name !== '') return 'Name already set, should be cleared before setting inferFromVolume'
  if (inferFromVolume !== '' && kind !== '') return 'Kind already set, should be cleared before setting inferFromVolume'
  if (policy === undefined || policy === 'Ignore' || policy === 'Reject') return undefined
  return `Invalid value '${policy}' for InferFromVolumeFailurePolicy`
}

function namedByVolume(label: string, volumeName: string, machine: VirtualMachine, surroundings: Surroundings) {
  const found = labelsOfVolume(label, volumeName, machine, surroundings)
  if ('failure' in found) return found
  const name = found.labels.get(label)
  if (name === undefined && found.hasUnknownLabels) return 'unknown'
  if (name === undefined) return ignorable(`unable to find required ${label} label on the volume`)
  return { name, kind: found.labels.get(`${label}-kind`) ?? '' }
}

/** The labels that count for a volume; of a DataSource without the label, those of the volume behind it. */
function labelsOfVolume(label: string, name: string, machine: VirtualMachine, surroundings: Surroundings): Found {
  const volume = machine.instance.volumes.find((one) => one.name === name)
  if (!volume) return failure(`unable to find volume ${name} to infer defaults`)
  const { persistentVolumeClaim, dataVolume } = volume
  const { namespace } = machine
  if (persistentVolumeClaim !== undefined) {
    return labelsBehind({ kind: 'pvc', namespace, name: persistentVolumeClaim }, surroundings)
  }
  if (dataVolume === undefined) {
    return ignorable(`unable to infer defaults from volume ${name} as type is not supported`)
  }
  const template = machine.dataVolumeTemplates.find((one) => one.name === dataVolume)
  if (template) return labelsOfDataVolume(label, template, namespace, surroundings)
  const existing = surroundings.dataVolumes.get(objectKey({ namespace, name: dataVolume }))
  if (!existing) return labelsBehind({ kind: 'pvc', namespace, name: dataVolume }, surroundings)
  if (existing.labels.has(label)) return { labels: existing.labels, hasUnknownLabels: false }
  return labelsOfDataVolume(label, existing, namespace, surroundings)
}

function labelsOfDataVolume(
  label: string,
  { source, sourceRef }: DataVolumeTemplate,
  namespace: string,
  surroundings: Surroundings,
): Found {
  const volume = volumeOf(source, surroundings)
  if (volume) return labelsBehind(volume, surroundings)
  if (sourceRef) return labelsOfReference(label, sourceRef, namespace, surroundings)
  return ignorable('unable to infer defaults from DataVolumeSpec as DataVolumeSource is not supported')
}

function volumeOf(source: JsonObject | undefined, surroundings: Surroundings): VolumeName | undefined {
  const kinds = surroundings.kubeVirt.release.infersFromSnapshots ? (['pvc', 'snapshot'] as const) : (['pvc'] as const)
  const kind = kinds.find((one) => objectAt(source, one) !== undefined)
  return (
    kind && { kind, namespace: stringAt(source, kind, 'namespace') ?? '', name: stringAt(source, kind, 'name') ?? '' }
  )
}

/** A pointer is not followed: its labels count alone, which CDI copies onto it once the image is there. */
function labelsOfReference(
  label: string,
  { kind, name, namespace: written }: SourceReference,
  namespace: string,
  surroundings: Surroundings,
): Found {
  if (kind !== 'DataSource') {
    return ignorable(`unable to infer defaults from DataVolumeSourceRef as Kind ${kind} is not supported`)
  }
  const dataSource = findDataSource(surroundings, { namespace: written ?? namespace, name })
  if (!dataSource) return failure(notFound(name))
  if (dataSource.labels.has(label) || dataSource.hasUnknownLabels) return dataSource
  const { infersFromSnapshots } = surroundings.kubeVirt.release
  const { source } = dataSource
  if (isVolume(source) && (source.kind === 'pvc' || infersFromSnapshots)) return labelsBehind(source, surroundings)
  return ignorable(infersFromSnapshots ? `${MISSING_SOURCE} or DataVolumeSourceSnapshot` : MISSING_SOURCE)
}

function labelsBehind(volume: VolumeName, { findVolume }: Surroundings): Found {
  const found = findVolume(volume)
  if (found) return found
  const resource = volume.kind === 'pvc' ? 'persistentvolumeclaims' : 'volumesnapshots.snapshot.storage.k8s.io'
  return failure(`${resource} ${JSON.stringify(volume.name)} not found`)
}

function failure(message: string): Found & { readonly failure: string } {
  return { failure: message, ignorable: false }
}

function ignorable(message: string): Found & { readonly failure: string; readonly ignorable: boolean } {
  return { failure: message, ignorable: true }
}
