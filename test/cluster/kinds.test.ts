import { expect, test } from 'vitest'
import { countsInside, fieldsOfInterest, fieldsWithoutCluster, roleOf } from '../../src/cluster/kinds.ts'
import { MACHINE_FIELDS, POOL_FIELDS, VOLUME_FIELDS } from '../../src/cluster/machine-fields.ts'
import { NODE_FIELDS } from '../../src/cluster/node.ts'

/** Of what is nearly of a kind, the name is told. */
const MISSPELT = new Map(['apiVersion', 'kind', 'metadata'].map((field) => [field, true]))

test.for([
  ['hco.kubevirt.io/v1', 'HyperConverged', 'cluster', true],
  ['hco.kubevirt.io/v2', 'HyperConverged', 'cluster', true],
  ['hco.kubevirt.io.example/v1', 'HyperConverged', undefined, false],
  ['hco.kubevirt.io', 'HyperConverged', undefined, MISSPELT],
  ['v1', 'Node', 'inventory', NODE_FIELDS],
  ['v1/x', 'Node', undefined, false],
  ['metal.example/v1', 'Node', undefined, false],
  ['golden-images.dev/v1alpha1', 'CommonBootImages', 'common-templates', true],
  ['image.openshift.io/v1', 'ImageStream', 'image-stream', true],
  ['image.openshift.io/v2', 'ImageStream', undefined, MISSPELT],
  ['cdi.kubevirt.io/v1alpha1', 'DataImportCron', 'golden-image', true],
  ['cdi.kubevirt.io/v1beta1', 'DataSource', 'golden-image', true],
  ['cdi.kubevirt.io/v1beta1', 'DataVolume', 'machine-requisite', true],
  ['kubevirt.io/v1', 'VirtualMachine', 'virtual-machine', MACHINE_FIELDS],
  ['kubevirt.io/v1alpha3', 'VirtualMachine', 'virtual-machine', MACHINE_FIELDS],
  ['pool.kubevirt.io/v1beta1', 'VirtualMachinePool', 'virtual-machine', POOL_FIELDS],
  ['template.openshift.io/v1', 'Template', 'virtual-machine', true],
  ['instancetype.kubevirt.io/v1beta1', 'VirtualMachineClusterPreference', 'machine-requisite', true],
  ['v1', 'PersistentVolumeClaim', 'machine-requisite', VOLUME_FIELDS],
  ['v1', 'Pod', undefined, false],
  ['golden-images.dev/v1alpha1', 'GoldenImages', 'configuration', false],
  ['golden-images.dev/v1alpha1', 'Report', 'report', false],
  ['v1', 'constructor', undefined, false],
  [undefined, 'Node', undefined, false],
  ['v1', undefined, undefined, false],
] as const)('%s %s is known by its role', ([apiVersion, kind, role, fields]) => {
  expect(roleOf({ apiVersion, kind })).toBe(role)
  expect(fieldsOfInterest(apiVersion, kind)).toEqual(fields)
})

test('virtual machines are not read where there is no cluster', () => {
  expect(fieldsWithoutCluster('kubevirt.io/v1', 'VirtualMachine')).toBe(false)
  expect(fieldsWithoutCluster('v1', 'PersistentVolumeClaim')).toBe(false)
  expect(fieldsWithoutCluster('v1', 'Node')).toBe(NODE_FIELDS)
  expect(fieldsWithoutCluster('v1', 'Pod')).toBe(false)
})

test('what a Template holds is looked for one by one', () => {
  expect(countsInside('kubevirt.io/v1', 'VirtualMachine')).toBe(true)
  expect(countsInside('template.openshift.io/v1', 'Template')).toBe(false)
})
