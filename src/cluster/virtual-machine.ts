import type { V1Toleration } from '@kubernetes/client-node'
import {
  booleanAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  stringMapAt,
  valueAt,
} from '../json/json.ts'
import { quantityAt } from './instancetype.ts'

/** What a data volume is made of, as it is written. */
export interface DataVolumeTemplate {
  readonly name: string
  readonly source: JsonObject | undefined
  readonly sourceRef: SourceReference | undefined
}

export interface SourceReference {
  readonly kind: string
  readonly name: string
  /** `''` is not the same as absent. */
  readonly namespace: string | undefined
}

/** `spec.preference` or `spec.instancetype`. */
export interface Matcher {
  readonly name: string
  readonly kind: string
  readonly inferFromVolume: string
  readonly inferFromVolumeFailurePolicy: string | undefined
}

interface Volume {
  readonly name: string
  readonly dataVolume: string | undefined
  readonly persistentVolumeClaim: string | undefined
}

/** The part of a VirtualMachineInstance's spec that says where it runs and from what. */
export interface InstanceSpec {
  readonly architecture: string
  readonly machineType: string
  readonly cpuModel: string
  /** The fields of `domain` that an instance type sets as well, and the product of the CPU's. */
  readonly cpuFields: readonly string[]
  readonly cpus: number
  readonly guestMemory: string | number | undefined
  /** Memory is asked for in some way, so that KubeVirt takes the instance. */
  readonly hasMemory: boolean
  readonly volumes: readonly Volume[]
  /** The name of the volume that it boots from. */
  readonly bootVolume: string | undefined
  readonly nodeSelector: { readonly [key: string]: string } | undefined
  readonly affinity: JsonObject | undefined
  readonly tolerations: readonly V1Toleration[]
}

export type MachineKind = 'VirtualMachine' | 'VirtualMachineInstance'

/** A VirtualMachine, or a VirtualMachineInstance of one's own. */
export interface VirtualMachine {
  readonly kind: MachineKind
  readonly namespace: string
  readonly name: string
  readonly instance: InstanceSpec
  /** What follows is a VirtualMachine's alone. */
  readonly hasTemplate: boolean
  readonly dataVolumeTemplates: readonly DataVolumeTemplate[]
  readonly preference: Matcher | undefined
  readonly instancetype: Matcher | undefined
  readonly runStrategy: string | undefined
  readonly running: boolean | undefined
}

/** Reads a VirtualMachine or VirtualMachineInstance of any version; without a namespace it is in `default`. */
export function readVirtualMachine(item: JsonObject, kind: MachineKind): VirtualMachine {
  const template = kind === 'VirtualMachine' ? objectAt(item, 'spec', 'template') : undefined
  return {
    kind,
    namespace: stringAt(item, 'metadata', 'namespace') || 'default',
    name: stringAt(item, 'metadata', 'name') ?? '',
    instance: readInstance(kind === 'VirtualMachine' ? objectAt(template, 'spec') : objectAt(item, 'spec')),
    hasTemplate: template !== undefined,
    dataVolumeTemplates: listAt(item, 'spec', 'dataVolumeTemplates').map(readDataVolumeTemplate),
    preference: readMatcher(objectAt(item, 'spec', 'preference')),
    instancetype: readMatcher(objectAt(item, 'spec', 'instancetype')),
    runStrategy: stringAt(item, 'spec', 'runStrategy'),
    running: booleanAt(item, 'spec', 'running'),
  }
}

/** Reads a DataVolume, or a template of one. */
export function readDataVolumeTemplate(dataVolume: JsonValue): DataVolumeTemplate {
  const sourceRef = objectAt(dataVolume, 'spec', 'sourceRef')
  return {
    name: stringAt(dataVolume, 'metadata', 'name') ?? '',
    source: objectAt(dataVolume, 'spec', 'source'),
    sourceRef: sourceRef && {
      kind: stringAt(sourceRef, 'kind') ?? '',
      name: stringAt(sourceRef, 'name') ?? '',
      namespace: stringAt(sourceRef, 'namespace'),
    },
  }
}

function readMatcher(matcher: JsonObject | undefined): Matcher | undefined {
  return (
    matcher && {
      name: stringAt(matcher, 'name') ?? '',
      kind: stringAt(matcher, 'kind') ?? '',
      inferFromVolume: stringAt(matcher, 'inferFromVolume') ?? '',
      inferFromVolumeFailurePolicy: stringAt(matcher, 'inferFromVolumeFailurePolicy'),
    }
  )
}

function readInstance(spec: JsonObject | undefined): InstanceSpec {
  const domain = objectAt(spec, 'domain')
  const cpu = objectAt(domain, 'cpu')
  const topology = ['sockets', 'cores', 'threads'].filter((field) => (numberAt(cpu, field) ?? 0) !== 0)
  const resources = (['requests', 'limits'] as const).flatMap((kind) =>
    ['cpu', 'memory'].flatMap((name) =>
      valueAt(domain, 'resources', kind, name) === undefined ? [] : [`resources.${kind}.${name}`],
    ),
  )
  const guestMemory = quantityAt(domain, 'memory', 'guest')
  return {
    architecture: stringAt(spec, 'architecture') ?? '',
    machineType: stringAt(domain, 'machine', 'type') ?? '',
    cpuModel: stringAt(cpu, 'model') ?? '',
    cpuFields: [...resources.filter((field) => field.endsWith('cpu')), ...topology.map((field) => `cpu.${field}`)],
    cpus: topology.reduce((product, field) => product * (numberAt(cpu, field) ?? 1), 1),
    guestMemory,
    hasMemory:
      guestMemory !== undefined ||
      valueAt(domain, 'memory', 'hugepages', 'pageSize') !== undefined ||
      resources.some((field) => field.endsWith('memory')),
    volumes: listAt(spec, 'volumes').map((volume) => ({
      name: stringAt(volume, 'name') ?? '',
      dataVolume: stringAt(volume, 'dataVolume', 'name'),
      persistentVolumeClaim: stringAt(volume, 'persistentVolumeClaim', 'claimName'),
    })),
    bootVolume: bootVolumeOf(domain, spec),
    nodeSelector: objectAt(spec, 'nodeSelector') && Object.fromEntries(stringMapAt(spec, 'nodeSelector')),
    affinity: objectAt(spec, 'affinity'),
    tolerations: listAt(spec, 'tolerations').filter(isJsonObject).map(readToleration),
  }
}

/** The disk with the least boot order; without any, the first one. */
function bootVolumeOf(domain: JsonObject | undefined, spec: JsonObject | undefined): string | undefined {
  const disks = listAt(domain, 'devices', 'disks').map((disk) => ({
    name: stringAt(disk, 'name'),
    order: numberAt(disk, 'bootOrder') ?? Number.POSITIVE_INFINITY,
  }))
  const [first] = disks.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order))
  return first ? first.name : stringAt(listAt(spec, 'volumes')[0], 'name')
}

function readToleration(toleration: JsonObject): V1Toleration {
  return {
    key: stringAt(toleration, 'key'),
    operator: stringAt(toleration, 'operator'),
    value: stringAt(toleration, 'value'),
    effect: stringAt(toleration, 'effect'),
  }
}
