import { expect, test } from 'vitest'
import { readMachines } from '../../src/cluster/machines.ts'
import { WANTED_OBJECTS } from '../../src/cluster/wanted-objects.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'

function machinesOf(text: string) {
  const read = readManifests(text, 'vms.yaml', WANTED_OBJECTS)
  if (!read.ok) throw new Error(read.message)
  return readMachines(read.items).map(({ path, replicas, machine }) => ({
    path,
    replicas,
    name: `${machine.namespace}/${machine.name}`,
    dataSource: machine.dataVolumeTemplates[0]?.sourceRef?.name,
    bootVolume: machine.instance.bootVolume,
  }))
}

const parameter = (name: string) => `\${${name}}`

const spec = `
    runStrategy: Always
    dataVolumeTemplates:
    - metadata: {name: root}
      spec: {sourceRef: {kind: DataSource, name: "NAME"}}
    template:
      spec:
        domain: {devices: {disks: [{name: data}, {name: root, bootOrder: 1}]}}
        volumes: [{name: data, containerDisk: {}}, {name: root, dataVolume: {name: root}}]`

test('a VirtualMachinePool is as many as it has replicas', () => {
  const pool = `
apiVersion: pool.kubevirt.io/v1beta1
kind: VirtualMachinePool
metadata: {name: web, namespace: shop}
spec:
  replicas: 5
  virtualMachineTemplate:
   spec:${spec.replaceAll('NAME', 'fedora')}`
  expect(machinesOf(pool)).toEqual([
    { path: 'spec.virtualMachineTemplate.', replicas: 5, name: 'shop/web', dataSource: 'fedora', bootVolume: 'root' },
  ])
})

test('a Template counts with the values that its parameters have; one without a value says nothing', () => {
  const object = (name: string) => `
- apiVersion: kubevirt.io/v1
  kind: VirtualMachine
  metadata: {name: "${parameter('NAME')}"}
  spec:${spec.replaceAll('NAME', name)}`
  const template = `
apiVersion: template.openshift.io/v1
kind: Template
metadata: {name: fedora}
parameters:
- {name: IMAGE, value: fedora-arm64}
- {name: OTHER}
- {name: NAME, generate: expression, from: "fedora-[a-z0-9]{16}"}
objects:
- apiVersion: v1
  kind: Service
  metadata: {name: web}${object(parameter('IMAGE'))}${object(parameter('OTHER'))}`
  expect(machinesOf(template)).toEqual([
    {
      path: 'objects[1].',
      replicas: 1,
      name: `default/${parameter('NAME')}`,
      dataSource: 'fedora-arm64',
      bootVolume: 'root',
    },
  ])
})
