import { templateName, templatePath } from '../operators/hco/template.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './wording.ts'

export const pointerDangles: ClusterRule = {
  id: 'pointer-dangles',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A template has a namespace of its own, and the pointer to its image is made in another one.',
  why: 'SSP makes every pointer DataSource in the golden-images namespace. The images of a template with its own namespace are elsewhere, so the pointer leads to nothing.',
  remediation: 'Use the suffixed DataSource in the own namespace, or leave the namespace out of the template.',
  check: ({ prediction: { hyperConverged, operation }, goldenImagesNamespace }) =>
    (operation?.ssp.images?.dataSources ?? []).filter(isPointer).flatMap(({ name, pointsTo, source }) => {
      const namespace = source?.template.metadata.namespace
      if (!source || !hyperConverged || namespace === undefined || namespace === goldenImagesNamespace) return []
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, source.effective.origin)}.metadata.namespace`,
          currentValue: namespace,
          template: templateName(source.template),
          message: `${nameTemplate(source.template)} has its images in ${quote(namespace)}, but SSP makes the pointer ${quote(`${goldenImagesNamespace}/${name}`)}, which leads to ${quote(pointsTo)} there and finds nothing; use ${quote(`${namespace}/${pointsTo}`)} in VMs`,
        },
      ]
    }),
}
