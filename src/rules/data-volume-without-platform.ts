import { stringAt, valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'
import { reportMachines } from './support/machines.ts'
import { list, quote } from './support/wording.ts'

/** CDI pkg/importer/transport.go: without a platform the importer takes the image of the node on which it runs. */
export const dataVolumeWithoutPlatform: ClusterRule = {
  id: 'data-volume-without-platform',
  severity: 'warning',
  scope: 'made',
  summary: 'The disk of a virtual machine is imported from a registry without saying for which architecture.',
  why: "On a cluster with nodes of several architectures the importer takes the image of the node on which it happens to run, and the virtual machine gets KubeVirt's default architecture: they agree by chance.",
  remediation: 'Set `source.registry.platform.architecture`, and `spec.template.spec.architecture` to the same.',
  check: ({ machines, prediction: { nodeInformation } }) => {
    const { workloadsArchitectures } = nodeInformation
    if (workloadsArchitectures.length < 2) return []
    return reportMachines(machines, ({ outcome: { machine } }) => {
      const index = machine.dataVolumeTemplates.findIndex(
        ({ source, sourceRef }) =>
          sourceRef === undefined &&
          valueAt(source, 'registry') !== undefined &&
          !stringAt(source, 'registry', 'platform', 'architecture'),
      )
      const registry = valueAt(machine.dataVolumeTemplates[index]?.source, 'registry')
      if (registry === undefined) return undefined
      const image = stringAt(registry, 'url') ?? stringAt(registry, 'imageStream') ?? ''
      return {
        key: image,
        path: `spec.dataVolumeTemplates[${index}].spec.source.registry`,
        message: `the image ${quote(image)} is imported for the architecture of the node on which the importer happens to run, and the cluster has ${list(workloadsArchitectures)}; add \`platform.architecture\` there, and set the architecture of the virtual machine to the same`,
      }
    })
  },
}
