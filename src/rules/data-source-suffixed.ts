import { groupBy } from '../json/group-by.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { few, nameTemplate, quote } from './support/wording.ts'

export const dataSourceSuffixed: ClusterRule = {
  id: 'data-source-suffixed',
  severity: 'error',
  scope: 'made',
  summary: "A template's `managedDataSource` ends in an architecture already, and SSP adds another one.",
  why: 'With multi-architecture images on, SSP adds the architecture to the name of the DataSource of every template that has the annotation. `fedora-arm64` becomes `fedora-arm64-arm64`, and what was meant to be `fedora` for each architecture is not there under that name.',
  remediation: 'Write the name without the architecture, and say the architectures in the annotation alone.',
  sources: ['ssp-operator, internal/operands/data-sources/reconcile.go, setDataImportCronArchFields'],
  check: ({ prediction: { hyperConverged, crons, templates } }) => {
    const made = crons.filter(({ architecture }) => architecture)
    const taken = new Set(templates.map(({ effective }) => effective?.template.spec?.managedDataSource))
    return [...groupBy(made, ({ source }) => source)].flatMap(([{ template, effective }, ofTemplate]) => {
      const name = template.spec?.managedDataSource ?? ''
      const suffix = KNOWN_ARCHITECTURES.map((one) => `-${one}`).find((one) => name.endsWith(one))
      if (suffix === undefined || effective.origin.kind === 'common') return []
      const meant = name.slice(0, -suffix.length)
      const isFree = meant !== '' && !taken.has(meant)
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, effective.origin)}.spec.managedDataSource`,
          currentValue: name,
          ...(isFree && { proposedValue: meant }),
          template: templateName(template),
          message: `SSP adds the architecture to the DataSource of ${nameTemplate(template)}, and its images fill ${few(ofTemplate.map(({ cron }) => cron.spec.managedDataSource))}; ${
            isFree ? `write ${quote(meant)}` : 'choose a name that does not end in an architecture'
          } and let the annotation say the architectures`,
        },
      ]
    })
  },
}
