import { stringAt } from '../json/json.ts'
import { DOWNSTREAM_NAMESPACE, isReadable } from '../prediction/predict-cluster.ts'
import type { ClusterRule } from './rule.ts'

export const downstreamCommonImagesUnknown: ClusterRule = {
  id: 'downstream-common-images-unknown',
  severity: 'warning',
  scope: 'cluster',
  summary: 'The cluster is OpenShift Virtualization, and its own common images are not known.',
  why: 'The product ships another set of common images than upstream, and that set is not published. What is predicted for the upstream ones is not what the cluster has.',
  remediation:
    'Keep `status.dataImportCronTemplates` of the live HyperConverged, or a CommonBootImages item, beside it; or list the templates in `spec.commonBootImages` of the configuration.',
  check: (cluster) =>
    stringAt(cluster.hyperConverged, 'metadata', 'namespace') === DOWNSTREAM_NAMESPACE &&
    cluster.commonTemplates.source === 'upstream' &&
    !(isReadable(cluster) && !cluster.prediction.hyperConverged.commonBootImages)
      ? [
          {
            path: 'metadata.namespace',
            currentValue: DOWNSTREAM_NAMESPACE,
            message:
              'OpenShift Virtualization has common images of its own, and they are not known here: the upstream ones are predicted instead; keep the status of the live HyperConverged beside it, or list the templates in `spec.commonBootImages`',
          },
        ]
      : [],
}
