import { describe, expect, test } from 'vitest'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type ClusterExplanation, explainClusters } from '../../src/explanation/explain.ts'
import { type JsonObject, objectAt, stringAt } from '../../src/json/json.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { comparableMachine } from '../operators/kubevirt/comparable-machine.ts'
import { type MachineCase, readMachineCases } from '../operators/kubevirt/recorded-case.ts'

// Every recorded answer once more, as `explain --format json` prints it of manifests.
describe.for(['named-vms', 'random-vms', 'releases-vms'] as const)(
  'virtual machines explained as recorded: %s',
  (file) => {
    test.for(readMachineCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
      const explained = explainCase(input).virtualMachines ?? []
      expect(explained.map(comparableMachine)).toEqual(expected.virtualMachines.map(comparableMachine))
    })
  },
)

function explainCase(input: MachineCase['input']): ClusterExplanation {
  const { kubevirt } = input
  const stored = new Set((input.stored ?? []).map(identity))
  const objects = [
    hyperConverged,
    kubeVirt(kubevirt),
    ...input.nodes,
    ...input.dataSources,
    ...(input.persistentVolumeClaims ?? []),
    ...input.preferences,
    ...input.instancetypes,
    ...input.virtualMachines.map((machine) => (stored.has(identity(machine)) ? asStored(machine) : machine)),
  ]
  const read = readManifests(objects.map((object) => JSON.stringify(object)).join('\n'), '')
  if (!read.ok) throw new Error(read.message)
  const spec = {
    hyperconvergedVersion: kubevirt.version && `1.1${kubevirt.version.slice(2)}`,
    // So that SSP's own DataSources are not those of the case.
    goldenImagesNamespace: 'elsewhere',
  }
  const kind = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages' }
  const configuration = readConfiguration(JSON.parse(JSON.stringify({ ...kind, spec })))
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  const printed = explainClusters(evaluate(read.items, sameForAll(configuration.settings), new Map()))
  const [only]: ClusterExplanation[] = JSON.parse(JSON.stringify(printed))
  if (!only) throw new Error('there must be one cluster')
  return only
}

const hyperConverged = {
  apiVersion: 'hco.kubevirt.io/v1beta1',
  kind: 'HyperConverged',
  metadata: { name: 'kubevirt-hyperconverged', namespace: 'kubevirt-hyperconverged' },
  spec: { enableCommonBootImageImport: false },
}

function kubeVirt(settings: MachineCase['input']['kubevirt']) {
  const { defaultArchitecture, previousDefaultArchitecture, statusDefaultArchitecture, featureGates, nodeSelectors } =
    settings
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt-hyperconverged' },
    spec: {
      configuration: {
        architectureConfiguration: { defaultArchitecture },
        commonInstancetypesDeployment: { enabled: false },
        developerConfiguration: { featureGates, nodeSelectors },
      },
    },
    status: { defaultArchitecture: statusDefaultArchitecture ?? previousDefaultArchitecture },
  }
}

function identity(object: JsonObject): string {
  const [namespace, name] = ['namespace', 'name'].map((key) => stringAt(object, 'metadata', key))
  return `${object.kind} ${namespace} ${name}`
}

function asStored(object: JsonObject): JsonObject {
  return { ...object, metadata: { ...objectAt(object, 'metadata'), resourceVersion: '1' } }
}
