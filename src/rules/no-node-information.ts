import type { ClusterRule } from './rule.ts'

export const noNodeInformation: ClusterRule = {
  id: 'no-node-information',
  severity: 'error',
  scope: 'cluster',
  summary: "Nothing tells the architectures of the cluster's nodes.",
  why: 'What becomes of golden images depends on the architectures of the workload and control-plane nodes. Without them nothing can be predicted.',
  remediation:
    'Put the Nodes beside the HyperConverged (name, labels and `status.nodeInfo.architecture` are enough), or declare `spec.architectures` in the configuration.',
  check: ({ inventory, release }) =>
    inventory.source === 'unknown' && release.hasMultiArch
      ? [
          {
            message:
              'no Node of this cluster is in the input, the configuration has no `spec.architectures`, and `status.nodeInfo` is empty: nothing can be predicted; put the Nodes beside it (`kubectl get nodes -o yaml`), or declare the architectures',
          },
        ]
      : [],
}
