import { groupBy } from '../json/group-by.ts'
import { templatePath } from '../operators/hco/template.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { list, quote } from './support/wording.ts'

export const defaultImageMissing: ClusterRule = {
  id: 'default-image-missing',
  severity: 'warning',
  scope: 'made',
  summary: "A DataSource's unsuffixed name leads to an architecture for which no image is made.",
  why: 'SSP lets the name point to the first architecture of the cluster that the DataSource supports, control planes first, even where no VM can run. A VM that uses the name finds no image.',
  remediation: 'Use the suffixed name in VMs, or add an image of the default architecture.',
  check: ({ prediction: { hyperConverged, crons, dataSources }, goldenImagesNamespace }) => {
    // What DataImportCrons fill, and the names of which those are variants.
    const here = handedCrons(crons).filter(({ cron }) => cron.metadata.namespace === goldenImagesNamespace)
    const filled = new Set(here.map(({ cron }) => cron.spec.managedDataSource))
    const wanted = new Set(here.map(({ source }) => source.template.spec?.managedDataSource))
    const byName = groupBy(
      here.filter(({ architecture }) => architecture),
      ({ source }) => source.template.spec?.managedDataSource,
    )
    return dataSources.flatMap((dataSource) => {
      const { name } = dataSource
      if (!wanted.has(name) || !isPointer(dataSource) || filled.has(dataSource.pointsTo)) return []
      const { pointsTo } = dataSource
      const siblings = byName.get(name) ?? []
      const [sibling] = siblings
      if (!sibling) return []
      return [
        {
          path: templatePath(hyperConverged.paths.templates, sibling.source.effective.origin),
          because: ['unknown-architecture', 'architecture-not-trimmed'],
          template: sibling.source.template.metadata.name ?? '',
          message: `the DataSource ${quote(name)} points to ${quote(pointsTo)}, and no image is made for that; images are made for ${list(siblings.map(({ cron }) => quote(cron.spec.managedDataSource)))}: use one of these in VMs`,
        },
      ]
    })
  },
}
