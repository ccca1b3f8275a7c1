import { isOperatorStream } from '../cluster/openshift/image-streams.ts'
import { groupBy } from '../json/group-by.ts'
import { type JsonObject, type JsonValue, listAt, stringAt } from '../json/json.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { ClusterRule } from './rule.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const imageStreamSingleArchitecture: ClusterRule = {
  id: 'image-stream-single-architecture',
  severity: 'warning',
  scope: 'made',
  summary: 'An image stream is to give images of several architectures, and may hold one of them only.',
  why: "OpenShift imports only the control plane's architecture into an image stream, unless the tag preserves the manifest list. Then the other architectures' imports fail at run time.",
  remediation:
    'Set `importPolicy.importMode: PreserveOriginal` on the tag, and keep the ImageStream beside the HyperConverged.',
  check: ({ items, product, prediction: { hyperConverged, crons } }) => {
    const imported = handedCrons(crons).filter(
      ({ cron }) => cron.spec.template.spec.source?.registry?.imageStream !== undefined,
    )
    if (imported.length === 0) return []
    const isPreserved = preservedBy(items.imageStreams)
    return [...groupBy(imported, ({ source }) => templateName(source.template)).values()].flatMap((variants) => {
      const [first] = variants
      const { imageStream } = first.source.template.spec?.template.spec.source?.registry ?? {}
      if (imageStream === undefined || variants.length < 2) return []
      const namespace = first.cron.metadata.namespace
      // How the product imports its own streams is not known, and its test suite expects every architecture of them.
      if (isPreserved(namespace, imageStream) || (product && isOperatorStream(imageStream))) return []
      const { template, effective } = first.source
      const path = templatePath(hyperConverged.paths.templates, effective.origin)
      return [
        {
          path: effective.origin.kind === 'common' ? path : `${path}.spec.template.spec.source.registry.imageStream`,
          currentValue: imageStream,
          template: templateName(template),
          message: `${nameTemplate(template)} takes images for ${list(variants.map(({ architecture }) => architecture ?? ''))} from the image stream ${quote(`${namespace}/${imageStream}`)}, which is not in the input with a tag that has \`importPolicy.importMode: PreserveOriginal\`; without it the stream holds the control plane's architecture alone`,
        },
      ]
    })
  },
}

/** Whether a stream of that namespace keeps the whole manifest list of what a template refers to. */
type IsPreserved = (namespace: string, reference: string) => boolean

function preservedBy(streams: readonly Item[]): IsPreserved {
  const preserved = new Set(streams.flatMap((item) => preservedNames(item.value())))
  return (namespace, reference) => {
    const [name = '', tag] = reference.split(':')
    // A stream without a namespace is wherever the template looks.
    return preserved.has(keyOf(namespace, name, tag)) || preserved.has(keyOf(undefined, name, tag))
  }
}

/** Its tags of which every entry keeps the whole list; and the stream itself, for a template that names no tag, if all do. */
function preservedNames(stream: JsonObject): string[] {
  const name = stringAt(stream, 'metadata', 'name')
  if (name === undefined) return []
  const namespace = stringAt(stream, 'metadata', 'namespace')
  const tags = listAt(stream, 'spec', 'tags')
  const isWhole = (entries: readonly JsonValue[]) =>
    entries.every((one) => stringAt(one, 'importPolicy', 'importMode') === 'PreserveOriginal')
  const whole = [...groupBy(tags, (tag) => stringAt(tag, 'name'))].filter(([, entries]) => isWhole(entries))
  return [
    ...whole.flatMap(([tag]) => (tag === undefined ? [] : [keyOf(namespace, name, tag)])),
    ...(tags.length > 0 && isWhole(tags) ? [keyOf(namespace, name, undefined)] : []),
  ]
}

function keyOf(namespace: string | undefined, name: string, tag: string | undefined): string {
  return JSON.stringify([namespace ?? null, name, tag ?? null])
}
