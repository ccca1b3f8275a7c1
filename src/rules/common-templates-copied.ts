import { isJsonObject, type JsonValue, listAt } from '../json/json.ts'
import { ENABLE_ANNOTATION, isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Readable } from '../prediction/prediction.ts'
import type { ClusterRule } from './rule.ts'
import { copiedTemplates, isPasted } from './support/copied-templates.ts'
import { commonTemplateOf } from './support/customised-template.ts'
import { count, some } from './support/wording.ts'

export const commonTemplatesCopied: ClusterRule = {
  id: 'common-templates-copied',
  severity: 'warning',
  scope: 'readable',
  summary: 'Templates of the list are copies of common ones, which they freeze.',
  why: "The spec of an entry takes the place of the common template's, so that a copy keeps the schedule, the size and the image of the day on which it was made, whatever a later release ships. Its annotation has the architectures that were left for the cluster that day, and counts as soon as the common image changes. OpenShift's console copies all of them when one is switched.",
  remediation:
    'Leave in the list what differs from the common templates, and for one that is switched off its name and its annotation.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, customizeCommonDICT',
    'kubevirt-plugin, src/views/clusteroverview/SettingsTab/ClusterTab/components/BootableVolumes/AutomaticImagesDownload.tsx',
  ],
  check: (cluster) => {
    const { templates, paths } = cluster.prediction.hyperConverged
    const copies = copiedTemplates(cluster)
    if (copies.size === 0) return []
    const names = templates.flatMap((template, index) => (copies.has(index) ? [templateName(template)] : []))
    const left = whatIsLeft(cluster, copies)
    return [
      {
        path: paths.templates,
        proposedValue: left,
        message: `${count(copies.size, 'template is a copy of a common one', 'templates are copies of common ones')} (${some(names)}): the schedule, the size and the image of that day stay, and with another common image the architectures that were left then; ${
          left.length === 0 ? 'remove the list' : `keep ${count(left.length, 'entry', 'entries')} alone`
        }`,
      },
    ]
  },
}

/** The list as it says the same without the copies. */
function whatIsLeft(cluster: ClusterPrediction<Readable>, copies: ReadonlySet<number>): JsonValue[] {
  const { templates, paths } = cluster.prediction.hyperConverged
  return listAt(cluster.hyperConverged, ...paths.templates.split('.')).flatMap((entry, index): JsonValue[] => {
    const template = templates[index]
    if (copies.has(index) || !template || !isJsonObject(entry)) return []
    const isCommon = commonTemplateOf(template, cluster) !== undefined || isPasted(cluster, index)
    if (!isEnabled(template) && isCommon) {
      return [{ metadata: { name: templateName(template), annotations: { [ENABLE_ANNOTATION]: 'false' } } }]
    }
    const { status: _, ...written } = entry
    return [written]
  })
}
