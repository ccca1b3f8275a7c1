import type { HyperConverged } from '../cluster/hyperconverged.ts'
import { keysOf } from '../cluster/hyperconverged-paths.ts'
import { type JsonObject, listAt, valueAt } from '../json/json.ts'
import { hasRequirements, WORKER_LABEL } from '../operators/hco/node-information.ts'
import type { ClusterRule } from './rule.ts'
import { enumerate } from './support/wording.ts'

export const placementWithoutRequirement: ClusterRule = {
  id: 'placement-without-requirement',
  severity: 'info',
  scope: 'readable',
  summary: 'The workload placement has tolerations or preferences alone, which do not count for architectures.',
  why: 'HCO takes the nodes that a node selector or a required node affinity matches. Without either the nodes with the worker label count, whatever is preferred or tolerated.',
  remediation:
    'Nothing, if all workers are meant. To limit VMs to an architecture write a `nodeSelector`, or a required node affinity on `kubernetes.io/arch`.',
  sources: ['hyperconverged-cluster-operator, pkg/internal/nodeinfo/nodeinfo.go, hasNodeSelectorOrRequiredAffinity'],
  check: ({ hyperConverged, prediction: { hyperConverged: stored } }) => {
    const { workloadPlacement, paths } = stored
    if (!workloadPlacement || hasRequirements(workloadPlacement)) return []
    const parts = partsOf(hyperConverged, stored)
    if (parts.length === 0) return []
    return [
      {
        path: paths.workloadPlacement,
        message: `this placement has ${enumerate(parts)} alone, which decide no architecture: every node with the label \`${WORKER_LABEL}\` counts; only a \`nodeSelector\` or a required node affinity limits that`,
      },
    ]
  },
}

function partsOf(hyperConverged: JsonObject, { paths }: HyperConverged): string[] {
  const placement = valueAt(hyperConverged, ...keysOf(paths.workloadPlacement))
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'
  return [
    ...(listAt(placement, 'tolerations').length > 0 ? ['tolerations'] : []),
    ...(listAt(placement, 'affinity', 'nodeAffinity', preferred).length > 0 ? ['preferred affinity'] : []),
  ]
}
