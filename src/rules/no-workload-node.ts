import { hasRequirements, WORKER_LABEL } from '../operators/hco/node-information.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Operating } from '../prediction/prediction.ts'
import type { ClusterRule } from './rule.ts'
import { some } from './support/wording.ts'

export const noWorkloadNode: ClusterRule = {
  id: 'no-workload-node',
  severity: 'error',
  scope: 'operating',
  summary: 'HCO counts no node for VMs: none has the worker label, or the workload placement matches none.',
  why: `The nodes for VMs are those that the workload placement matches by a node selector or a required node affinity; without either those that have the label \`${WORKER_LABEL}\`, which kubeadm, kind, Talos and managed clusters as EKS do not set. When there is none, HCO filters every architecture out of every annotation, and no image is made. With the switch off the images are made, and nobody sees that the nodes have several architectures: a warning.`,
  remediation: `Give the nodes for VMs the label \`${WORKER_LABEL}\`, or say at the workload placement which nodes they are.`,
  sources: [
    'hyperconverged-cluster-operator, pkg/internal/nodeinfo/architectures.go, hasWorkloadRequirements and getWorkloadMatcher',
  ],
  check: (cluster) => {
    const { hyperConverged, nodeInformation, multiArch, templates } = cluster.prediction
    const reason = nodeInformation.workloadsArchitectures.length === 0 ? whyNone(cluster) : undefined
    if (reason === undefined) return []
    const isLost = multiArch && templates.some(({ effective }) => effective?.unsupported)
    return [
      {
        path: hyperConverged.paths.workloadPlacement,
        ...(!isLost && { severity: 'warning' }),
        message: `${reason}, so ${
          isLost ? 'no image is made for any architecture' : 'nothing is known of the architectures on which VMs run'
        }; ${advise(cluster)}`,
      },
    ]
  },
}

/** Undefined where no Node says its architecture, which is told by itself, or where the configuration wants it so. */
function whyNone({ inventory, prediction }: ClusterPrediction<Operating>): string | undefined {
  const { workloadPlacement } = prediction.hyperConverged
  if (inventory.source === 'status') return '`status.nodeInfo` has no architecture of a node for VMs'
  if (inventory.source === 'configuration') {
    return prediction.multiArch ? '`spec.architectures` of the configuration has none for VMs' : undefined
  }
  const nodes = inventory.source === 'nodes' ? inventory.nodes.filter(({ architecture }) => architecture !== '') : []
  if (nodes.length === 0) return undefined
  const names = some(nodes.map(({ name }) => name))
  return workloadPlacement && hasRequirements(workloadPlacement)
    ? `this placement matches no Node (of ${names})`
    : `no Node (of ${names}) has the label \`${WORKER_LABEL}\`, by which HCO knows the nodes for VMs`
}

function advise({ inventory, prediction }: ClusterPrediction<Operating>): string {
  const { paths, workloadPlacement } = prediction.hyperConverged
  if (inventory.source === 'configuration') return 'write the architectures of the nodes for VMs there'
  const label = `label the nodes for VMs (\`kubectl label node NAME ${WORKER_LABEL}=\`)`
  return workloadPlacement && hasRequirements(workloadPlacement)
    ? 'correct it, or complete the Nodes'
    : `${label}, or name them at \`${paths.workloadPlacement}\``
}
