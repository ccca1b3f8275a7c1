import { isJsonObject, type JsonObject, type JsonValue, listAt, numberAt, objectAt, stringAt } from '../json/json.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { readVirtualMachine, type VirtualMachine } from './virtual-machine.ts'

/** A virtual machine, and where in the input it stands. */
export interface WrittenMachine {
  readonly item: Item
  /** `''`, or as `objects[0].` of a Template. */
  readonly path: string
  readonly replicas: number
  /** The API server has had it. */
  readonly isStored: boolean
  readonly machine: VirtualMachine
}

/**
 * The virtual machines that items of that role hold. One that says a parameter where a name or an architecture must
 * stand is left out: nothing can be said of it.
 */
export function readMachines(items: readonly Item[]): WrittenMachine[] {
  const templates = items.filter(({ kind }) => kind === 'Template')
  return items.flatMap((item) => {
    // The commands read the objects of a Template one by one as well.
    if (item.within && templates.some((template) => contains(template, item))) return []
    return machinesOf(item).filter(({ machine }) => !isParametrised(machine))
  })
}

function contains(outer: Item, inner: Item): boolean {
  const { source, offset, text } = outer
  return source === inner.source && offset <= inner.offset && inner.offset < offset + text.length
}

function machinesOf(item: Item): WrittenMachine[] {
  const value = item.value()
  if (item.kind === 'VirtualMachinePool') return [machineOfPool(item, value)]
  if (item.kind === 'Template') return machinesOfTemplate(item, value)
  const kind = item.kind === 'VirtualMachineInstance' ? item.kind : 'VirtualMachine'
  const machine = readVirtualMachine(value, kind)
  return [{ item, path: '', replicas: 1, isStored: isStored(value), machine }]
}

/** A live object has a version; people write none. */
function isStored(value: JsonObject): boolean {
  return stringAt(value, 'metadata', 'resourceVersion') !== undefined
}

function machineOfPool(item: Item, pool: JsonObject): WrittenMachine {
  const template = objectAt(pool, 'spec', 'virtualMachineTemplate') ?? {}
  const metadata = { ...objectAt(template, 'metadata'), ...objectAt(pool, 'metadata') }
  return {
    item,
    path: 'spec.virtualMachineTemplate.',
    replicas: numberAt(pool, 'spec', 'replicas') ?? 1,
    isStored: isStored(pool),
    machine: readVirtualMachine({ ...template, metadata }, 'VirtualMachine'),
  }
}

/** With the values that its parameters have as they are written. */
function machinesOfTemplate(item: Item, template: JsonObject): WrittenMachine[] {
  const values = new Map(
    listAt(template, 'parameters').flatMap((parameter) => {
      const [name, value] = [stringAt(parameter, 'name'), stringAt(parameter, 'value')]
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    }),
  )
  return listAt(template, 'objects').flatMap((object, index) => {
    const kind = stringAt(object, 'kind')
    const isMachine = kind === 'VirtualMachine' || kind === 'VirtualMachineInstance'
    if (!isJsonObject(object) || !isMachine || !stringAt(object, 'apiVersion')?.startsWith('kubevirt.io/')) return []
    const filled = fillIn(object, values)
    if (!isJsonObject(filled)) return []
    const machine = readVirtualMachine(filled, kind)
    return [{ item, path: `objects[${index}].`, replicas: 1, isStored: false, machine }]
  })
}

/** `${NAME}` becomes the parameter's value; one without a value stays. */
function fillIn(value: JsonValue, values: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') {
    return value.includes('${') ? value.replace(/\$\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole) : value
  }
  if (Array.isArray(value)) return value.map((entry) => fillIn(entry, values))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillIn(member, values)]))
}

function isParametrised({ instance, dataVolumeTemplates, preference, instancetype }: VirtualMachine): boolean {
  const words = [
    instance.architecture,
    instance.machineType,
    ...Object.values(instance.nodeSelector ?? {}),
    ...dataVolumeTemplates.flatMap(({ sourceRef }) => [sourceRef?.name ?? '', sourceRef?.namespace ?? '']),
    preference?.name ?? '',
    instancetype?.name ?? '',
  ]
  return words.some((word) => word.includes('${') || word.includes('{{'))
}
