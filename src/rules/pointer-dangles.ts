import { templateName, templatePath } from '../operators/hco/template.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const pointerDangles: ClusterRule = {
  id: 'pointer-dangles',
  severity: 'warning',
  scope: 'made',
  summary: 'A template has a namespace of its own, and the pointer to its image is made in another one.',
  why: 'SSP makes every pointer DataSource in the golden-images namespace. The images of a template with its own namespace are elsewhere, so the pointer leads to nothing.',
  remediation: 'Use the suffixed DataSource in the own namespace, or leave the namespace out of the template.',
  check: ({ prediction: { hyperConverged, crons, dataSources }, goldenImagesNamespace }) => {
    const handed = handedCrons(crons)
    const filled = new Set(handed.map(({ cron }) => `${cron.metadata.namespace}/${cron.spec.managedDataSource}`))
    const pointers = new Map(dataSources.filter(isPointer).map((pointer) => [pointer.name, pointer.pointsTo]))
    const elsewhere = handed.filter(
      ({ architecture, cron }) => architecture && cron.metadata.namespace !== goldenImagesNamespace,
    )
    return [...new Set(elsewhere.map(({ source }) => source))].flatMap((source) => {
      const { namespace = '' } = source.template.metadata
      const name = source.template.spec?.managedDataSource ?? ''
      const pointsTo = pointers.get(name)
      if (pointsTo === undefined || filled.has(`${goldenImagesNamespace}/${pointsTo}`)) return []
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, source.effective.origin)}.metadata.namespace`,
          currentValue: namespace,
          template: templateName(source.template),
          message: `${nameTemplate(source.template)} has its images in ${quote(namespace)}, but SSP makes the pointer ${quote(`${goldenImagesNamespace}/${name}`)}, which leads to ${quote(pointsTo)} there and finds nothing; use ${quote(`${namespace}/${pointsTo}`)} in VMs`,
        },
      ]
    })
  },
}
