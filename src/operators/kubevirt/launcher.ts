/**
 * Where the launcher pod of a virtual machine instance may run. Source: KubeVirt
 * pkg/virt-controller/services/nodeselectorrenderer.go, pkg/virt-controller/services/template.go.
 */
import type { InstanceSpec } from '../../cluster/virtual-machine.ts'
import { type JsonObject, listAt, objectAt } from '../../json/json.ts'
import { crossesArchitectures, type KubeVirtSettings } from './surroundings.ts'

export const ARCHITECTURE_LABEL = 'kubernetes.io/arch'
export const SCHEDULABLE_LABEL = 'kubevirt.io/schedulable'
export const MACHINE_TYPE_LABEL = 'machine-type.node.kubevirt.io/'
export const GUEST_ARCHITECTURE_LABEL = 'kubevirt.io/vm-arch-'

/** What the pod asks of a node. */
export interface LauncherPlacement {
  readonly nodeSelector: { readonly [key: string]: string }
  readonly affinity: JsonObject | undefined
}

/** What of an instance decides that, once defaults and an instance type have been applied. */
export type LaunchedInstance = Pick<
  InstanceSpec,
  'architecture' | 'machineType' | 'cpuModel' | 'nodeSelector' | 'affinity'
>

/** A later selector overwrites an earlier one, `kubernetes.io/arch` too. */
export function placeLauncher(instance: LaunchedInstance, kubeVirt: KubeVirtSettings): LauncherPlacement {
  const { architecture, machineType } = instance
  const crosses = crossesArchitectures(kubeVirt)
  const selectors: { [key: string]: string } = {
    [SCHEDULABLE_LABEL]: 'true',
    [ARCHITECTURE_LABEL]: architecture.toLowerCase(),
    ...kubeVirt.nodeSelectors,
    ...instance.nodeSelector,
    ...(machineType !== '' && { [`${MACHINE_TYPE_LABEL}${machineType}`]: 'true' }),
    ...(crosses && { [`${GUEST_ARCHITECTURE_LABEL}${architecture}`]: 'true' }),
  }
  if (crosses) delete selectors[ARCHITECTURE_LABEL]
  const affinity = usesHostModel(instance) ? keepOffObsoleteModels(instance.affinity) : instance.affinity
  return { nodeSelector: selectors, affinity: crosses ? preferArchitecture(affinity, architecture) : affinity }
}

/** The CPU model that a machine gets by default, except on arm64, which passes the host's through. */
function usesHostModel({ cpuModel, architecture }: LaunchedInstance): boolean {
  return cpuModel === 'host-model' || (cpuModel === '' && architecture !== 'arm64')
}

/** Each of the alternatives gets one requirement more. */
function keepOffObsoleteModels(affinity: JsonObject | undefined): JsonObject {
  const requirement = { key: 'node-labeller.kubevirt.io/obsolete-host-model', operator: 'DoesNotExist' }
  const nodeAffinity = objectAt(affinity, 'nodeAffinity')
  const required = objectAt(nodeAffinity, 'requiredDuringSchedulingIgnoredDuringExecution')
  const terms = required ? listAt(required, 'nodeSelectorTerms') : [{}]
  return {
    ...affinity,
    nodeAffinity: {
      ...nodeAffinity,
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: terms.map((term) => ({
          ...(typeof term === 'object' && !Array.isArray(term) && term),
          matchExpressions: [...listAt(term, 'matchExpressions'), requirement],
        })),
      },
    },
  }
}

function preferArchitecture(affinity: JsonObject | undefined, architecture: string): JsonObject {
  const nodeAffinity = objectAt(affinity, 'nodeAffinity')
  const preference = { matchExpressions: [{ key: ARCHITECTURE_LABEL, operator: 'In', values: [architecture] }] }
  return {
    ...affinity,
    nodeAffinity: {
      ...nodeAffinity,
      preferredDuringSchedulingIgnoredDuringExecution: [
        ...listAt(nodeAffinity, 'preferredDuringSchedulingIgnoredDuringExecution'),
        { weight: 100, preference },
      ],
    },
  }
}
