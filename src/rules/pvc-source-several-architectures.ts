import { groupBy } from '../json/group-by.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const pvcSourceSeveralArchitectures: ClusterRule = {
  id: 'pvc-source-several-architectures',
  severity: 'error',
  scope: 'made',
  summary: 'A template clones one volume for several architectures.',
  why: 'A `pvc` source gets no platform: SSP makes a DataImportCron for each architecture of the annotation, and CDI clones the same disk for each. VMs take the architecture from the label, and with all but one the disk does not boot. Which one is right nothing here tells.',
  remediation:
    'Name the one architecture of the disk in the annotation, and make a template of its own for each other one.',
  sources: [
    'ssp-operator, internal/operands/data-sources/reconcile.go, setDataImportCronArchFields',
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, updatePvcDesiredDigest and newSourceDataVolume',
  ],
  check: ({ prediction: { hyperConverged, crons } }) => {
    const cloned = handedCrons(crons).filter(
      ({ cron, architecture }) => architecture && cron.spec.template.spec.source?.pvc,
    )
    return [...groupBy(cloned, ({ source }) => source)].flatMap(([{ template, effective }, variants]) => {
      const pvc = template.spec?.template.spec.source?.pvc
      if (!pvc || variants.length < 2) return []
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, effective.origin)}${effective.origin.kind === 'common' ? '' : '.spec.template.spec.source.pvc'}`,
          template: templateName(template),
          message: `${nameTemplate(template)} clones the one volume ${quote(`${pvc.namespace}/${pvc.name}`)} for ${list(variants.map(({ architecture }) => architecture ?? ''))}, under the label of each, and the disk boots on one of them at most; which one can not be told here: name that one alone in the annotation`,
        },
      ]
    })
  },
}
