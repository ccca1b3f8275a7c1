import { templateName } from '../operators/hco/template.ts'
import { isKnownArchitecture, KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { droppedArchitectures, likelyMeant } from './support/architecture-words.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const architectureNotTrimmed: ClusterRule = {
  id: 'architecture-not-trimmed',
  severity: 'error',
  scope: 'readable',
  summary: 'A blank in the list of architectures silently drops one of them.',
  why: 'HCO compares the parts between the commas with the names of the nodes as they stand: `" arm64"` is not `arm64`, and no image is made for it. It is a warning where nothing is lost yet: the switch is off, or no VM runs on that architecture.',
  remediation: 'Write the architectures without blanks.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, removeUnsupportedArchs',
  ],
  check: (cluster) =>
    annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const parts = annotation.split(',')
      const padded = parts.filter((part) => part !== part.trim() && isKnownArchitecture(part.trim()))
      if (padded.length === 0) return []
      const names = new Set<string>(padded.map((part) => part.trim()))
      const isLost = droppedArchitectures(annotation, cluster.prediction).some((name) => names.has(name))
      return [
        {
          path,
          ...(!isLost && { severity: 'warning' }),
          currentValue: annotation,
          proposedValue: likelyMeant(annotation, KNOWN_ARCHITECTURES) ?? parts.map((part) => part.trim()).join(','),
          template: templateName(template),
          message: `HCO compares ${list(padded.map(quote))} as it stands, so ${nameTemplate(template)} ${isLost ? 'gets' : 'would get'} no ${list([...names])} image; write it without blanks`,
        },
      ]
    }),
}
