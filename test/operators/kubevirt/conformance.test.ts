import { describe, expect, test } from 'vitest'
import {
  type DataSource,
  objectKey,
  readDataSource,
  readObjectName,
  type VolumeName,
} from '../../../src/cluster/data-source.ts'
import { readInstancetype, readPreference } from '../../../src/cluster/instancetype.ts'
import { kubeVirtRelease } from '../../../src/cluster/kubevirt-release.ts'
import { readNode } from '../../../src/cluster/node.ts'
import { readVirtualMachine } from '../../../src/cluster/virtual-machine.ts'
import { recordMachine } from '../../../src/explanation/virtual-machines.ts'
import { type JsonObject, stringAt, stringMapAt } from '../../../src/json/json.ts'
import { type FindVolume, resolveDataSources } from '../../../src/operators/cdi/data-source.ts'
import { chooseDefaultArchitecture } from '../../../src/operators/kubevirt/default-architecture.ts'
import { matcherKey } from '../../../src/operators/kubevirt/matcher.ts'
import { nodeChooser } from '../../../src/operators/kubevirt/nodes.ts'
import type { Surroundings } from '../../../src/operators/kubevirt/surroundings.ts'
import { runMachine } from '../../../src/operators/kubevirt/virtual-machine.ts'
import { comparableMachine } from './comparable-machine.ts'
import { type MachineCase, readMachineCases } from './recorded-case.ts'

describe.for(['named-vms', 'random-vms', 'releases-vms'] as const)('what KubeVirt answered: %s', (file) => {
  test.for(readMachineCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const surroundings = surroundingsOf(input)
    expect(surroundings.kubeVirt.defaultArchitecture).toBe(expected.defaultArchitecture)
    expect([...surroundings.dataSources.values()].map(recordDataSource)).toEqual(expected.dataSources ?? [])
    const chooseNodes = nodeChooser(input.nodes.map(readNode), () => true)
    const stored = new Set((input.stored ?? []).map((one) => `${one.kind} ${objectKey(readObjectName(one))}`))
    const machines = input.virtualMachines.map((one) => {
      const kind = one.kind === 'VirtualMachine' ? 'VirtualMachine' : 'VirtualMachineInstance'
      const machine = readVirtualMachine(one, kind)
      const outcome = runMachine(machine, surroundings, chooseNodes)
      return recordMachine({ outcome, isStored: stored.has(`${kind} ${objectKey(machine)}`) })
    })
    expect(machines.map(comparableMachine)).toEqual(expected.virtualMachines.map(comparableMachine))
  })
})

function surroundingsOf(input: MachineCase['input']): Surroundings {
  const { kubevirt } = input
  const release = kubeVirtRelease(Number((kubevirt.version ?? '1.9').slice(2)))
  const dataSources = input.dataSources.map(readDataSource)
  const findVolume = volumesOf(input, dataSources)
  return {
    kubeVirt: {
      release,
      defaultArchitecture:
        kubevirt.statusDefaultArchitecture ??
        chooseDefaultArchitecture({
          configured: kubevirt.defaultArchitecture,
          previous: kubevirt.previousDefaultArchitecture ?? '',
          operator: 'amd64',
        }),
      operatorArchitecture: 'amd64',
      featureGates: kubevirt.featureGates,
      nodeSelectors: kubevirt.nodeSelectors ?? {},
    },
    dataSources: resolveDataSources(dataSources, findVolume),
    findVolume,
    dataVolumes: new Map(),
    preferences: byMatcher(input.preferences, readPreference),
    instancetypes: byMatcher(input.instancetypes, readInstancetype),
  }
}

function byMatcher<T>(objects: readonly JsonObject[], read: (object: JsonObject) => T): Map<string, T> {
  return new Map(
    objects.map((object) => {
      const [name = '', namespace = ''] = [
        stringAt(object, 'metadata', 'name'),
        stringAt(object, 'metadata', 'namespace'),
      ]
      return [matcherKey(String(object.kind), { name, namespace }), read(object)]
    }),
  )
}

/** Claims that are not recorded exist, with the labels of their DataSource that CDI gives them. */
function volumesOf({ persistentVolumeClaims }: MachineCase['input'], dataSources: readonly DataSource[]): FindVolume {
  const keyOf = (volume: Omit<VolumeName, 'kind'> & { kind: string }) => `${volume.kind} ${objectKey(volume)}`
  const implied = dataSources.flatMap(({ source, labels, namespace }) => {
    if (!source || source.kind === 'dataSource') return []
    if (source.kind === 'pvc' && persistentVolumeClaims) return []
    const own = [...labels].filter(([key]) => key.split('/')[0]?.endsWith('.kubevirt.io'))
    return [[keyOf({ ...source, namespace: source.namespace || namespace }), new Map(own)] as const]
  })
  const recorded = (persistentVolumeClaims ?? []).map(
    (claim) => [keyOf({ kind: 'pvc', ...readObjectName(claim) }), stringMapAt(claim, 'metadata', 'labels')] as const,
  )
  const volumes = new Map([...implied, ...recorded])
  return (volume) => {
    const labels = volumes.get(keyOf(volume))
    return labels && { labels, hasUnknownLabels: false }
  }
}

function recordDataSource(
  dataSource: ReturnType<typeof resolveDataSources> extends ReadonlyMap<string, infer T> ? T : never,
) {
  const { namespace, name, labels, reason, message, volume } = dataSource
  return {
    namespace,
    name,
    ...(labels.size > 0 && { labels: Object.fromEntries(labels) }),
    ready: reason === 'Ready',
    reason,
    message,
    ...(volume && { source: { [volume.kind]: { namespace: volume.namespace, name: volume.name } } }),
  }
}
