import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import type { HyperConverged } from '../cluster/hyperconverged.ts'
import type { KnownImages } from '../lock/known-images.ts'
import {
  ARCHITECTURES_ANNOTATION,
  type EffectiveTemplate,
  templateName,
  templatePath,
} from '../operators/hco/template.ts'
import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { alertingTemplates } from './support/alerts.ts'
import { truthfulAnnotation } from './support/located-images.ts'
import { tellRemoval } from './support/registry-difference.ts'
import { howToLookUp, nameTemplate, quote, whereVmsRun } from './support/wording.ts'

export const noArchitectureAnnotation: ClusterRule = {
  id: 'HCOGoldenImageWithNoArchitectureAnnotation',
  severity: 'error',
  scope: 'operating',
  summary: 'A template does not say which architectures its image has.',
  why: 'With multi-architecture images on, a template without the annotation makes one DataImportCron of an architecture that nobody chose: VMs on nodes of another one do not boot.',
  remediation: `Look the image's architectures up in its manifest list and write them into the annotation \`${ARCHITECTURES_ANNOTATION}\`, separated by commas, without blanks.`,
  reference: 'https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoArchitectureAnnotation',
  check: ({ prediction, lock, commonTemplates }) => {
    const { hyperConverged, nodeInformation, templates } = prediction
    const commons = new Map(templates.map(({ name, common }) => [name, common]))
    const removedFrom = (template: DataImportCronTemplate) => {
      const common = commons.get(templateName(template))
      const removed = common?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (!common || !removed) return ''
      return `It ${tellRemoval(common, template, removed, commonTemplates)}. `
    }
    return alertingTemplates(prediction, 'HCOGoldenImageWithNoArchitectureAnnotation').map((effective) => ({
      ...locate(hyperConverged, effective, known(effective, lock)),
      template: templateName(effective.template),
      message: `${nameTemplate(effective.template)} must say its image's architectures in \`${ARCHITECTURES_ANNOTATION}\`; ${whereVmsRun(nodeInformation.workloadsArchitectures)}. ${advise(hyperConverged, effective, { removed: removedFrom(effective.template), truth: known(effective, lock) })}`,
    }))
  },
}

/** What the annotation must say by the lock; `''` when nothing of the image can be imported, undefined when nobody knows. */
function known({ template }: EffectiveTemplate, lock: KnownImages | undefined): string | undefined {
  const image = lock?.byUrl.get(template.spec?.template.spec.source?.registry?.url ?? '')?.image
  return image && truthfulAnnotation(image)
}

function locate(hyperConverged: HyperConverged, { template, origin }: EffectiveTemplate, truth: string | undefined) {
  const path = `${templatePath(hyperConverged.paths.templates, origin)}`
  if (origin.kind === 'common') return { path }
  const annotations = `${path}.metadata.annotations`
  const place =
    template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] === ''
      ? { path: `${annotations}["${ARCHITECTURES_ANNOTATION}"]`, currentValue: '' }
      : { path: annotations }
  // Where an entry's own annotation does not count, no other would.
  if (!truth || doesNotCount(hyperConverged, { template, origin })) return place
  return { ...place, path: `${annotations}["${ARCHITECTURES_ANNOTATION}"]`, proposedValue: truth }
}

/** `removed` tells why the common template's annotation does not count, `truth` what the annotation must say by the lock. */
function advise(
  hyperConverged: HyperConverged,
  { template, origin }: EffectiveTemplate,
  { removed, truth }: { readonly removed: string; readonly truth: string | undefined },
): string {
  const lookUp = truth === undefined ? howToLookUp(template) : sayTruth(truth)
  if (origin.kind === 'common') {
    return `It is one of the cluster's common templates: annotate it where those are kept. ${lookUp}`
  }
  const written = doesNotCount(hyperConverged, { template, origin })
  if (written) {
    return `Its own annotation "${written}" does not count, because the common template of that name has none and the image is the same.`
  }
  return `${removed}${lookUp}`
}

function sayTruth(truth: string): string {
  return truth === ''
    ? `By the lock its image has none of ${KNOWN_ARCHITECTURES.join(', ')}: disable the template.`
    : `By the lock its image has ${quote(truth)}: write that.`
}

/** The entry's own annotation, which HCO drops as long as the entry does not bring an image of its own. */
function doesNotCount(
  hyperConverged: HyperConverged,
  { template, origin }: Pick<EffectiveTemplate, 'template' | 'origin'>,
): string | undefined {
  if (origin.kind === 'common') return undefined
  const written = hyperConverged.templates[origin.index]?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
  return template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] === undefined ? written : undefined
}
