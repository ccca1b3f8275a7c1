import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import type { Problem } from '../findings/finding.ts'
import { isRegistryModified } from '../operators/hco/customise.ts'
import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const commonImageReplaced: ClusterRule = {
  id: 'common-image-replaced',
  severity: 'error',
  scope: 'operating',
  summary: 'A template takes the name of a common one, and the common image is not there any more.',
  why: "HCO takes an entry with the name of a common template for a change of that one and puts the entry's whole spec in place of the common spec. With another `managedDataSource` the common DataSource loses its image. With the same one its VMs get another image, which is a warning, unless the image has the same name elsewhere or another tag, as a mirror has.",
  remediation: 'Give the template a name and a `managedDataSource` of its own; or keep those of the common template.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, customizeCommonDICT',
  ],
  check: ({ prediction: { hyperConverged, templates } }) => {
    const filled = new Set(templates.map(({ effective }) => effective?.template.spec?.managedDataSource))
    return templates.flatMap((one): Problem[] => {
      if (one.outcome !== 'customised') return []
      const { common, index } = one
      const { template } = one.effective
      const dataSource = common.spec?.managedDataSource ?? ''
      if (dataSource === '') return []
      const path = `${hyperConverged.paths.templates}[${index}]`
      const isLost = template.spec?.managedDataSource !== dataSource && !filled.has(dataSource)
      if (isLost) {
        return [
          {
            path: `${path}.metadata.name`,
            currentValue: templateName(template),
            template: templateName(template),
            message: `${nameTemplate(template)} has the name of the common template of ${quote(dataSource)} and takes its place, so that ${quote(dataSource)} gets no image any more; give it a name of its own, or write ${quote(dataSource)} at \`managedDataSource\``,
          },
        ]
      }
      if (!isRegistryModified(common, template) || isSameName(common, template)) return []
      return [
        {
          path: `${path}.spec.template.spec.source.registry`,
          severity: 'warning',
          template: templateName(template),
          message: `${nameTemplate(template)} has the name of a common template, and every VM of ${quote(dataSource)} gets ${quote(imageOf(template))} in place of ${quote(imageOf(common))}; give it a name and a \`managedDataSource\` of its own if both are wanted`,
        },
      ]
    })
  },
}

function imageOf(template: DataImportCronTemplate): string {
  const { url, imageStream } = template.spec?.template.spec.source?.registry ?? {}
  return url ?? imageStream ?? ''
}

/** The same last part of the path, as on a mirror, whatever its tag. */
function isSameName(one: DataImportCronTemplate, other: DataImportCronTemplate): boolean {
  const nameOf = (template: DataImportCronTemplate) => imageOf(template).split('/').at(-1)?.split(/[:@]/)[0]
  return nameOf(one) === nameOf(other)
}
