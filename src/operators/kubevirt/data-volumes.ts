/**
 * The data volumes that virt-controller makes for a virtual machine. Source: KubeVirt pkg/virt-controller/watch/vm/vm.go
 * (handleDataVolumes), pkg/storage/types/dv.go (GetResolvedCloneSource).
 */
import { type ObjectName, objectKey, TEMPLATE_ARCHITECTURE_LABEL } from '../../cluster/data-source.ts'
import type { DataVolumeTemplate, VirtualMachine } from '../../cluster/virtual-machine.ts'
import { type JsonObject, objectAt, stringAt } from '../../json/json.ts'
import { notFound, type ResolvedDataSource } from '../cdi/data-source.ts'
import { findDataSource, isVolume, type Surroundings } from './surroundings.ts'

/** What is behind one of a virtual machine's data volume templates. */
export interface DataVolume {
  readonly name: string
  /** The DataSource that it names, the one that points to, and so on, three at most; the last need not exist. */
  readonly chain: readonly ObjectName[]
  /** The last of the chain, when it exists. */
  readonly dataSource: ResolvedDataSource | undefined
  /** The architecture of its image, when something says so. */
  readonly variant: string | undefined
}

export type SourceFailure = 'data-source-missing' | 'namespace-empty' | 'data-source-not-ready' | 'kind-unknown'

/** What virt-controller asks CDI for, or why it can't. */
export type RequestedSource =
  | { readonly ok: true; readonly source: JsonObject }
  | { readonly ok: false; readonly failure: SourceFailure; readonly message: string }

const MOST_DATA_SOURCES = 3

/** Where the image of a template comes from, whether or not virt-controller can reach it. */
export function describeDataVolume(
  template: DataVolumeTemplate,
  machine: VirtualMachine,
  surroundings: Surroundings,
): DataVolume {
  const { name, source, sourceRef } = template
  const first = sourceRef && { namespace: sourceRef.namespace || machine.namespace, name: sourceRef.name }
  const chain = first ? followChain(first, surroundings) : []
  const last = chain.at(-1)
  const dataSource = last && findDataSource(surroundings, last)
  const variant = sourceRef
    ? dataSource?.labels.get(TEMPLATE_ARCHITECTURE_LABEL)
    : stringAt(source, 'registry', 'platform', 'architecture')
  return { name, chain, dataSource, variant: variant === '' ? undefined : variant }
}

function followChain(first: ObjectName, surroundings: Surroundings): ObjectName[] {
  const chain = [first]
  for (let next = pointedTo(first, surroundings); next && chain.length < MOST_DATA_SOURCES; ) {
    chain.push(next)
    next = pointedTo(next, surroundings)
  }
  return chain
}

function pointedTo(name: ObjectName, surroundings: Surroundings): ObjectName | undefined {
  const source = findDataSource(surroundings, name)?.source
  return source?.kind === 'dataSource'
    ? { namespace: source.namespace || name.namespace, name: source.name }
    : undefined
}

/** One template after the other, until one fails: then the rest waits. */
export function requestSources(machine: VirtualMachine, surroundings: Surroundings): RequestedSource[] {
  const requested: RequestedSource[] = []
  for (const template of machine.dataVolumeTemplates) {
    const source = requestSource(template, machine, surroundings)
    requested.push(source)
    if (!source.ok) break
  }
  return requested
}

function requestSource(
  { name, source, sourceRef }: DataVolumeTemplate,
  machine: VirtualMachine,
  surroundings: Surroundings,
): RequestedSource {
  const existing = surroundings.dataVolumes.get(objectKey({ namespace: machine.namespace, name }))
  if (existing) return { ok: true, source: existing.source ?? {} }
  if (!sourceRef) return { ok: true, source: withNamespace(source ?? {}, machine.namespace) }
  if (sourceRef.kind !== 'DataSource') return unsupported('kind-unknown')
  const namespace = sourceRef.namespace ?? machine.namespace
  const dataSource = namespace === '' ? undefined : findDataSource(surroundings, { namespace, name: sourceRef.name })
  if (!dataSource) {
    const message = `unable to create DataVolume manifest: ${notFound(sourceRef.name)}`
    return { ok: false, failure: namespace === '' ? 'namespace-empty' : 'data-source-missing', message }
  }
  const { source: written, volume } = dataSource
  const resolved = isVolume(written) ? { ...written, namespace: written.namespace || namespace } : volume
  if (!resolved) return unsupported('data-source-not-ready')
  return { ok: true, source: { [resolved.kind]: { namespace: resolved.namespace, name: resolved.name } } }
}

/** CDI wants to be told a namespace. */
function withNamespace(source: JsonObject, namespace: string): JsonObject {
  const kind = (['pvc', 'snapshot'] as const).find((one) => objectAt(source, one) !== undefined)
  if (!kind || stringAt(source, kind, 'namespace')) return source
  return { ...source, [kind]: { ...objectAt(source, kind), namespace } }
}

function unsupported(failure: SourceFailure): RequestedSource {
  return { ok: false, failure, message: 'DataVolume sourceRef not supported' }
}
