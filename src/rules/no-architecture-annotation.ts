import type { HyperConverged } from '../cluster/hyperconverged.ts'
import {
  ARCHITECTURES_ANNOTATION,
  type EffectiveTemplate,
  templateName,
  templatePath,
} from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { alertingTemplates } from './support/alerts.ts'
import { howToLookUp, nameTemplate, whereVmsRun } from './support/wording.ts'

export const noArchitectureAnnotation: ClusterRule = {
  id: 'HCOGoldenImageWithNoArchitectureAnnotation',
  severity: 'error',
  scope: 'operating',
  summary: 'A template does not say which architectures its image has.',
  why: 'With multi-architecture images on, a template without the annotation makes one DataImportCron of an architecture that nobody chose: VMs on nodes of another one do not boot.',
  remediation: `Look the image's architectures up in its manifest list and write them into the annotation \`${ARCHITECTURES_ANNOTATION}\`, separated by commas, without blanks.`,
  reference: 'https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoArchitectureAnnotation',
  check: ({ prediction }) => {
    const { hyperConverged, nodeInformation, templates } = prediction
    const removed = new Map(
      templates.map(({ name, common }) => [name, common?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]]),
    )
    return alertingTemplates(prediction, 'HCOGoldenImageWithNoArchitectureAnnotation').map((effective) => ({
      ...locate(hyperConverged, effective),
      template: templateName(effective.template),
      message: `${nameTemplate(effective.template)} must say its image's architectures in \`${ARCHITECTURES_ANNOTATION}\`; ${whereVmsRun(nodeInformation.workloadsArchitectures)}. ${advise(hyperConverged, effective, removed.get(templateName(effective.template)))}`,
    }))
  },
}

function locate(hyperConverged: HyperConverged, { template, origin }: EffectiveTemplate) {
  const path = `${templatePath(hyperConverged.paths.templates, origin)}`
  if (origin.kind === 'common') return { path }
  const annotations = `${path}.metadata.annotations`
  return template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] === ''
    ? { path: `${annotations}["${ARCHITECTURES_ANNOTATION}"]`, currentValue: '' }
    : { path: annotations }
}

/** `common` is what the common template of the name says. */
function advise(
  hyperConverged: HyperConverged,
  { template, origin }: EffectiveTemplate,
  common: string | undefined,
): string {
  if (origin.kind === 'common') {
    return `It is one of the cluster's common templates: annotate it where those are kept. ${howToLookUp(template)}`
  }
  const written = hyperConverged.templates[origin.index]?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
  // HCO drops the entry's own annotation as long as the entry does not bring an image of its own.
  if (written && template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] === undefined) {
    return `Its own annotation "${written}" does not count, because the common template of that name has none and the image is the same.`
  }
  const removed = common
    ? `It has another registry than the common template of its name, so that one's "${common}" is removed. `
    : ''
  return `${removed}${howToLookUp(template)}`
}
