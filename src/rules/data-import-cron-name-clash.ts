import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const dataImportCronNameClash: ClusterRule = {
  id: 'data-import-cron-name-clash',
  severity: 'error',
  scope: 'made',
  summary: 'Two templates lead to DataImportCrons of one name.',
  why: 'SSP does not look at the names: two specs are written to one object in turn, for ever, and which one is there at any time is random.',
  remediation: 'Rename one of the templates: the architecture is added to the name of an annotated one.',
  check: ({ prediction: { hyperConverged, crons } }) => {
    const groups = new Set(crons.flatMap((cron) => (cron.outcome === 'clashing' ? [cron.group] : [])))
    return [...groups].flatMap((group) => {
      const last = group.at(-1)
      if (!last) return []
      const { name, namespace } = last.cron.metadata
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, last.source.effective.origin)}.metadata.name`,
          currentValue: templateName(last.source.template),
          template: templateName(last.source.template),
          message: `${list(group.map(({ source }) => nameTemplate(source.template)))} all lead to a DataImportCron ${quote(`${namespace}/${name}`)}, and which one wins is random; rename one of the templates`,
        },
      ]
    })
  },
}
