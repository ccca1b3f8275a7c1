import { readImageStream, splitImageStreamName } from '../cluster/image-stream.ts'
import type { Problem } from '../findings/finding.ts'
import { IMAGE_STREAM_TAG } from '../operators/hco/image-streams.ts'
import type { CronRule } from './rule.ts'
import { operatorsStream } from './support/operators-stream.ts'
import { list, quote } from './support/wording.ts'
import type { WrittenCron } from './support/written-crons.ts'

export const imageStreamMissing: CronRule = {
  id: 'image-stream-missing',
  severity: 'error',
  scope: 'cron',
  summary:
    'A template, or a DataImportCron, takes its image from an image stream, or a tag of it, that is not where CDI looks.',
  why: "CDI looks for the stream in the DataImportCron's own namespace, and imports nothing as long as the stream or the tag is not there. The streams `rhel8-guest`, `rhel9-guest` and `rhel10-guest` of OpenShift Virtualization are HCO's: it moves them with `commonBootImageNamespace`, deletes them with the common images switched off, and takes tags but `latest` away. It leaves a stream alone that it has not made. A stream that the input has in another namespace alone is a warning: there may be another.",
  remediation:
    'Use a stream and a tag that are in the namespace of the DataImportCron, or an address; or keep an ImageStream of your own there.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/imageStream.go, Ensure and checkCustomNamespace',
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, getImageStream and getImageStreamDigest',
  ],
  check: (cron) => {
    const reference = cron.spec.template.spec.source?.registry?.imageStream
    const reason = reference ? whyMissing(cron, reference) : undefined
    if (!reference || !reason) return []
    return [
      {
        path: cron.at('spec.template.spec.source.registry.imageStream'),
        currentValue: reference,
        ...reason,
        message: `${cron.name} takes its image from the image stream ${quote(reference)}, ${reason.message}`,
      },
    ]
  },
}

function whyMissing(cron: WrittenCron, reference: string): Pick<Problem, 'message' | 'severity'> | undefined {
  const { cluster, namespace } = cron
  const parts = splitImageStreamName(reference)
  if (!parts) return { message: 'which CDI can not read; write its name, or `NAME:TAG`' }
  const { name, tag } = parts
  const named = (cluster?.items.imageStreams ?? [])
    .map((item) => readImageStream(item.value()))
    .filter((stream) => stream.name === name)
  const here = named.find((stream) => !stream.isOperators && (stream.namespace ?? namespace) === namespace)
  if (here) {
    if (tag === undefined || here.tags.length === 0 || here.tags.includes(tag)) return undefined
    return { message: `and the one of the input has no tag ${quote(tag)}; its tags are ${list(here.tags.map(quote))}` }
  }
  const place = operatorsStream(cluster, name)
  if (place === 'deleted') {
    return {
      message: 'which HCO deletes with the common images switched off; use an address, or keep a stream of your own',
    }
  }
  if (place && place.namespace !== namespace) {
    return {
      message: `which HCO keeps in ${quote(place.namespace)}, and CDI looks for it in ${quote(namespace)}; write \`namespace: ${place.namespace}\` into the metadata, or keep a stream of your own`,
    }
  }
  if (place) {
    return tag === undefined || tag === IMAGE_STREAM_TAG
      ? undefined
      : {
          message: `of which HCO keeps the tag ${quote(IMAGE_STREAM_TAG)} alone; write ${quote(`${name}:${IMAGE_STREAM_TAG}`)}`,
        }
  }
  const elsewhere = named.find((stream) => !stream.isOperators)
  return elsewhere
    ? {
        severity: 'warning',
        message: `which the input has in ${quote(elsewhere.namespace ?? '')}, and CDI looks for it in ${quote(namespace)}; put it there`,
      }
    : undefined
}
