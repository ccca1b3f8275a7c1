import type { ClusterRule } from './rule.ts'
import { denialOf, reportMachines } from './support/machines.ts'
import { quote } from './support/wording.ts'

/** KubeVirt pkg/instancetype/infer/volume.go. */
export const vmInferenceFails: ClusterRule = {
  id: 'vm-inference-fails',
  severity: 'error',
  scope: 'made',
  summary: 'The preference or instance type of a virtual machine is inferred from a volume that names none.',
  why: 'KubeVirt reads labels of the DataSource, or of the volume behind it, and refuses the virtual machine when they are not there. A pointer has them only once its image is imported; a registry source never has any.',
  remediation: 'Name the preference and the instance type, or set `inferFromVolumeFailurePolicy: Ignore`.',
  check: ({ machines }) =>
    reportMachines(machines, (prediction) => {
      const denial = denialOf(prediction, ['inference-fails'])
      if (!denial) return undefined
      const { path, message } = denial
      const { preference, instancetype } = prediction.outcome.machine
      const volume = (path.startsWith('spec.preference') ? preference : instancetype)?.inferFromVolume ?? ''
      return {
        key: [path, message, volume].join('\n'),
        path,
        currentValue: volume,
        message: `KubeVirt can infer nothing from the volume ${quote(volume)}, and refuses this virtual machine, in its words ${JSON.stringify(message)}; name what must be inferred, or set \`inferFromVolumeFailurePolicy: Ignore\` beside it`,
      }
    }),
}
