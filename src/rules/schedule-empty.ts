import { DESIRED_DIGEST, desiredDigest } from '../operators/cdi/desired-digest.ts'
import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { commonTemplateOf } from './support/customised-template.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate } from './support/wording.ts'

export const scheduleEmpty: ClusterRule = {
  id: 'schedule-empty',
  severity: 'error',
  scope: 'readable',
  summary: 'A custom template has an empty schedule and asks for no digest, and its image is not imported.',
  why: `CDI admits an empty schedule and then does not poll the image. It imports a digest that the annotation \`${DESIRED_DIGEST}\` asks for, which is the way to pin an image. Only an entry that customises a common template takes the schedule from there.`,
  remediation: `Write a cron schedule, or the digest into the annotation \`${DESIRED_DIGEST}\`.`,
  reference: 'https://github.com/kubevirt/containerized-data-importer/issues/2711',
  sources: [
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, initCron and update',
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, customizeCommonDICT',
  ],
  check: (cluster) =>
    enabledEntries(cluster).flatMap(({ template, spec, path }) =>
      spec.schedule === '' && desiredDigest(template.metadata) === undefined && !commonTemplateOf(template, cluster)
        ? [
            {
              path: `${path}.spec.schedule`,
              currentValue: '',
              template: templateName(template),
              message: `the image of ${nameTemplate(template)} is not imported, because its schedule is empty and no digest is asked for; write five cron fields, as "0 */12 * * *", or the digest into the annotation \`${DESIRED_DIGEST}\``,
            },
          ]
        : [],
    ),
}
