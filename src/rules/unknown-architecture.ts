import { templateName } from '../operators/hco/template.ts'
import { isKnownArchitecture, KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { droppedArchitectures, likelyMeant, readWords } from './support/architecture-words.ts'
import { few, list, nameTemplate, quote } from './support/wording.ts'

export const unknownArchitecture: ClusterRule = {
  id: 'unknown-architecture',
  severity: 'error',
  scope: 'readable',
  summary: 'The annotation names an architecture that no operator knows.',
  why: 'Architectures are written as Go writes them, in lower case and separated by commas: amd64, arm64, s390x. `x86_64`, `aarch64`, `AMD64`, `arm65` or `amd64;arm64` match no node, and SSP makes images for these three alone. It is a warning where no architecture is lost on which VMs run: one that nobody knows, or that this cluster does not have, or the switch is off.',
  remediation: 'Write the name that the nodes have.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, removeUnsupportedArchs',
    'ssp-operator, internal/architecture/architecture.go, ToArch',
  ],
  check: (cluster) =>
    annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const parts = annotation.split(',').map((part) => part.trim())
      const unknown = parts.filter((part) => part !== '' && !isKnownArchitecture(part))
      if (unknown.length === 0) return []
      const named = new Set<string>(unknown.flatMap(readWords).flatMap(({ meant }) => meant))
      const lost = droppedArchitectures(annotation, cluster.prediction).filter((name) => named.has(name))
      const meant = likelyMeant(annotation, KNOWN_ARCHITECTURES)
      return [
        {
          path,
          ...(lost.length === 0 && { severity: 'warning' }),
          currentValue: annotation,
          ...(meant !== undefined && { proposedValue: meant }),
          template: templateName(template),
          message: `${nameTemplate(template)} names ${list(unknown.map(quote))}, which no operator knows${hint(unknown)}${
            lost.length > 0 ? `, and gets no image for ${list(lost)}` : ''
          }; ${meant === undefined ? advise(unknown) : `write ${quote(meant)}`}`,
        },
      ]
    }),
}

/** Where each part is one word that is near to one architecture. */
function hint(unknown: readonly string[]): string {
  const single = unknown.map(readWords).flatMap((words) => (words.length === 1 ? words : []))
  const near = [...new Set(single.flatMap(({ meant }) => (meant.length === 1 ? meant : [])))]
  return near.length > 0 && single.length === unknown.length ? ` (did you mean ${few(near)}?)` : ''
}

function advise(unknown: readonly string[]): string {
  const placeholder = unknown.some((part) => /^<.*>$/.test(part))
  if (placeholder) return 'replace the placeholder by the architectures of the image'
  const near = [...new Set(unknown.flatMap(readWords).flatMap(({ meant }) => meant))]
  const known = `the known ones are ${list(KNOWN_ARCHITECTURES)}`
  return near.length > 0 ? `did you mean ${near.map(quote).join(' or ')}? ${known}` : known
}
