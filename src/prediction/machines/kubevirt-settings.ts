import type { KubeVirt } from '../../cluster/kubevirt.ts'
import type { Release } from '../../cluster/release.ts'
import { booleanAt, type JsonObject } from '../../json/json.ts'
import type { NodeInformation } from '../../operators/hco/node-information.ts'
import { chooseDefaultArchitecture } from '../../operators/kubevirt/default-architecture.ts'
import type { KubeVirtSettings } from '../../operators/kubevirt/surroundings.ts'
import type { Readable } from '../prediction.ts'

/** Where KubeVirt's operators run when nothing speaks against it. */
const USUAL_ARCHITECTURE = 'amd64'

/** What the KubeVirt CR says; without one, what HCO of that release writes into it. */
export function kubeVirtSettings(
  kubeVirt: KubeVirt | undefined,
  prediction: Readable,
  release: Release,
): KubeVirtSettings {
  const nodes = 'nodeInformation' in prediction ? prediction.nodeInformation : undefined
  const multiArch = 'multiArch' in prediction && prediction.multiArch
  const operatorArchitecture = operatorsOn(nodes)
  if (kubeVirt) {
    const { configuredArchitecture, defaultArchitecture, featureGates, nodeSelectors } = kubeVirt
    return {
      release: kubeVirt.release ?? release.kubeVirt,
      defaultArchitecture:
        configuredArchitecture ||
        (defaultArchitecture ?? chooseDefaultArchitecture({ ...NOTHING, operator: USUAL_ARCHITECTURE })),
      featureGates,
      operatorArchitecture,
      nodeSelectors,
    }
  }
  return {
    release: release.kubeVirt,
    defaultArchitecture: chooseDefaultArchitecture({
      ...NOTHING,
      configured: nodes?.defaultWorkloadArchitecture ?? '',
      operator: operatorArchitecture,
    }),
    featureGates: multiArch && release.setsMultiArchitectureGate ? ['MultiArchitecture'] : [],
    operatorArchitecture,
    nodeSelectors: {},
  }
}

const NOTHING = { configured: '', previous: '' }

/** The operators' pods run beside the control plane, or anywhere. */
function operatorsOn(nodes: NodeInformation | undefined): string {
  const architectures = nodes ? [...nodes.controlPlaneArchitectures, ...nodes.workloadsArchitectures] : []
  return architectures.includes(USUAL_ARCHITECTURE) ? USUAL_ARCHITECTURE : (architectures[0] ?? USUAL_ARCHITECTURE)
}

/** Whether KubeVirt's own preferences and instance types are there: unless somebody turned that off. */
export function hasCommonInstancetypes(kubeVirt: KubeVirt | undefined, hyperConverged: JsonObject): boolean {
  const path = ['spec', 'commonInstancetypesDeployment', 'enabled'] as const
  return kubeVirt?.installsCommonInstancetypes ?? booleanAt(hyperConverged, ...path) ?? true
}
