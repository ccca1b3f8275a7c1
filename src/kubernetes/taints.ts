/**
 * Taints and tolerations, as the scheduler compares them. Source: k8s.io/component-helpers scheduling/corev1/
 * helpers.go (FindMatchingUntoleratedTaint), k8s.io/api core/v1/toleration.go (ToleratesTaint).
 */
import type { V1Toleration } from '@kubernetes/client-node'

export interface Taint {
  readonly key: string
  readonly value: string
  readonly effect: string
}

/** What a cordoned node has, too. */
const UNSCHEDULABLE: Taint = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' }

/** Whether a pod with these tolerations may be placed on a node: `PreferNoSchedule` keeps nobody away. */
export function toleratesNode(
  { taints, isUnschedulable }: { readonly taints: readonly Taint[]; readonly isUnschedulable: boolean },
  tolerations: readonly V1Toleration[],
): boolean {
  const keepingAway = taints.filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
  if (isUnschedulable) keepingAway.push(UNSCHEDULABLE)
  return keepingAway.every((taint) => tolerations.some((toleration) => tolerates(toleration, taint)))
}

function tolerates({ key, operator, value, effect }: V1Toleration, taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false
  if (key && key !== taint.key) return false
  // Without a key only `Exists` is valid, and means every taint.
  return operator === 'Exists' || (Boolean(key) && (value ?? '') === taint.value)
}
