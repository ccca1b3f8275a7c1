import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { readWords } from './support/architecture-words.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const partialCoverage: ClusterRule = {
  id: 'partial-coverage',
  severity: 'info',
  scope: 'operating',
  summary: "A template's image is made for some of the architectures on which VMs run, not for all.",
  why: 'VMs from this image run on a part of the nodes only, which is right for an image that exists for that architecture alone.',
  remediation: 'Add the architecture to the annotation, if the image has it.',
  check: ({ prediction: { hyperConverged, multiArch, nodeInformation, templates } }) => {
    if (!multiArch) return []
    const workload = nodeInformation.workloadsArchitectures
    return templates.flatMap(({ effective }) => {
      if (!effective?.originalArchitectures || effective.unsupported) return []
      const { template, origin, originalArchitectures } = effective
      // What is only misspelt is for another rule to tell.
      const named = new Set<string>(readWords(originalArchitectures).flatMap(({ meant }) => meant))
      const missing = workload.filter((architecture) => !named.has(architecture))
      if (missing.length === 0) return []
      return [
        {
          path: templatePath(hyperConverged.paths.templates, origin),
          template: templateName(template),
          message: `${nameTemplate(template)} has an image for ${quote(originalArchitectures)}, and none for the workload nodes of ${list(missing)}`,
        },
      ]
    })
  },
}
