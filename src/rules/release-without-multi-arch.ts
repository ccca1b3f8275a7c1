import { keysOf, pathsOf } from '../cluster/hyperconverged-paths.ts'
import { valueAt } from '../json/json.ts'
import { isOperating } from '../prediction/predict-cluster.ts'
import type { ClusterRule } from './rule.ts'
import { list } from './support/wording.ts'

export const releaseWithoutMultiArch: ClusterRule = {
  id: 'release-without-multi-arch',
  severity: 'warning',
  scope: 'readable',
  summary: 'The cluster runs a release without golden images per architecture.',
  why: 'The switch, the annotation `ssp.kubevirt.io/dict.architectures` and the three alerts came with HCO 1.16, which is OpenShift Virtualization 4.20. An older release prunes the switch and does not read the annotation, so that one image is made of each template, and nothing warns of it.',
  remediation:
    'Nothing, as long as VMs run on one architecture. Else upgrade, or limit the workload placement to nodes of one architecture. If the cluster runs a newer release, say it in `hyperconvergedVersion` of the configuration.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, GetDataImportCronTemplates',
  ],
  check: (cluster) => {
    const { release, hyperConverged, product, prediction } = cluster
    if (release.hasMultiArch) return []
    const path = pathsOf(prediction.hyperConverged.version).multiArchSwitch
    const written = valueAt(hyperConverged, ...keysOf(path))
    const architectures = isOperating(cluster) ? cluster.prediction.nodeInformation.workloadsArchitectures : []
    const name = product ? `OpenShift Virtualization ${release.productVersion}` : `HCO ${release.version}`
    const since = product ? 'OpenShift Virtualization 4.20' : 'HCO 1.16'
    return [
      {
        ...(typeof written === 'boolean' && { path, currentValue: written }),
        message: [
          `${name} makes no golden images per architecture: one image is made of each template`,
          ...(architectures.length > 1
            ? [`, of whichever of ${list(architectures)} the node that imports it has, and nothing alerts`]
            : []),
          ...(written === true
            ? [`; the switch \`${path}\` does nothing before ${since}`]
            : [`; that came with ${since}`]),
        ].join(''),
      },
    ]
  },
}
