import type { ClusterRule } from './rule.ts'
import { reportMachines } from './support/machines.ts'
import { faultWithoutImage } from './support/without-image.ts'

/**
 * KubeVirt pkg/virt-controller/watch/vm/vm.go (handleDataVolumes), pkg/storage/types/dv.go (GetResolvedCloneSource); CDI
 * pkg/controller/datasource-controller.go.
 */
export const vmWithoutImage: ClusterRule = {
  id: 'vm-without-image',
  severity: 'error',
  scope: 'made',
  summary: 'The DataSource of a virtual machine is not there, or leads to no image.',
  why: 'KubeVirt admits a virtual machine whose DataSource does not exist. Its controller then fails to make the disk, again and again, and the virtual machine never starts.',
  remediation: 'Name a DataSource that the cluster makes, with its namespace, or add a template for the image.',
  check: (cluster) => reportMachines(cluster.machines, faultWithoutImage(cluster)),
}
