import { type JsonObject, numberAt, objectAt, stringAt, stringMapAt, valueAt } from '../json/json.ts'

/** The part of a VirtualMachine(Cluster)Preference that decides an architecture, or refuses a virtual machine. */
export interface Preference {
  readonly preferredArchitecture: string
  readonly preferredMachineType: string
  readonly requirements: {
    readonly architecture?: string | undefined
    readonly cpus?: number | undefined
    readonly memory?: string | number | undefined
  }
}

/** The part of a VirtualMachine(Cluster)Instancetype that counts here. */
export interface Instancetype {
  readonly cpus: number
  readonly memory: string | number | undefined
  readonly cpuModel: string | undefined
  readonly nodeSelector: { readonly [key: string]: string } | undefined
}

export function readPreference(item: JsonObject): Preference {
  const spec = objectAt(item, 'spec')
  return {
    preferredArchitecture: stringAt(spec, 'preferredArchitecture') ?? '',
    preferredMachineType: stringAt(spec, 'machine', 'preferredMachineType') ?? '',
    requirements: {
      architecture: stringAt(spec, 'requirements', 'architecture'),
      cpus: numberAt(spec, 'requirements', 'cpu', 'guest'),
      memory: quantityAt(spec, 'requirements', 'memory', 'guest'),
    },
  }
}

export function readInstancetype(item: JsonObject): Instancetype {
  const spec = objectAt(item, 'spec')
  return {
    cpus: numberAt(spec, 'cpu', 'guest') ?? 0,
    memory: quantityAt(spec, 'memory', 'guest'),
    cpuModel: stringAt(spec, 'cpu', 'model'),
    nodeSelector: objectAt(spec, 'nodeSelector') && Object.fromEntries(stringMapAt(spec, 'nodeSelector')),
  }
}

/** A quantity as it is written: nobody has to quote a number. */
export function quantityAt(parent: JsonObject | undefined, ...keys: string[]): string | number | undefined {
  const value = valueAt(parent, ...keys)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
