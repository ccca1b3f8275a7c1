import { DESIRED_DIGEST, desiredDigest } from '../operators/cdi/desired-digest.ts'
import type { CronRule } from './rule.ts'

export const scheduleEmpty: CronRule = {
  id: 'schedule-empty',
  severity: 'error',
  scope: 'cron',
  summary:
    'A custom template, or a DataImportCron, has an empty schedule and asks for no digest, and its image is not imported.',
  why: `CDI admits an empty schedule and then does not poll the image. It imports a digest that the annotation \`${DESIRED_DIGEST}\` asks for, which is the way to pin an image. Only an entry that customises a common template takes the schedule from there.`,
  remediation: `Write a cron schedule, or the digest into the annotation \`${DESIRED_DIGEST}\`.`,
  reference: 'https://github.com/kubevirt/containerized-data-importer/issues/2711',
  sources: [
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, initCron and update',
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, customizeCommonDICT',
  ],
  check: ({ name, metadata, spec, at, common }) =>
    spec.schedule === '' && desiredDigest(metadata) === undefined && !common
      ? [
          {
            path: at('spec.schedule'),
            currentValue: '',
            message: `the image of ${name} is not imported, because its schedule is empty and no digest is asked for; write five cron fields, as "0 */12 * * *", or the digest into the annotation \`${DESIRED_DIGEST}\``,
          },
        ]
      : [],
}
