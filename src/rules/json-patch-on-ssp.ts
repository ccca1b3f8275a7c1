import { annotation } from '../cluster/item-location.ts'
import type { ClusterRule } from './rule.ts'

const PATCH_ANNOTATION = 'ssp.kubevirt.io/jsonpatch'

export const jsonPatchOnSsp: ClusterRule = {
  id: 'json-patch-on-ssp',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A JSON patch changes the SSP CR after everything that is predicted here.',
  why: 'HCO lays the patch over the SSP CR that it made. Templates, architectures and the switch can all be different then.',
  remediation: 'Remove the patch, or check by hand that it leaves golden images alone.',
  check: ({ hyperConverged }) => {
    const value = annotation(hyperConverged.metadata, PATCH_ANNOTATION)
    if (!value) return []
    return [
      {
        path: `metadata.annotations["${PATCH_ANNOTATION}"]`,
        currentValue: value,
        message:
          'this patch changes the SSP CR after everything that is predicted here, so the prediction may not hold',
      },
    ]
  },
}
