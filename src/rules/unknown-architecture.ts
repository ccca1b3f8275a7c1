import { templateName } from '../operators/hco/template.ts'
import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { likelyMeant, usualName } from './support/architecture-words.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const unknownArchitecture: ClusterRule = {
  id: 'unknown-architecture',
  severity: 'warning',
  scope: 'readable',
  summary: 'The annotation names an architecture that no operator knows.',
  why: 'Architectures are written as Go writes them, in lower case and separated by commas: amd64, arm64, s390x. `x86_64`, `aarch64` or `AMD64` match no node, and SSP makes images for these three alone.',
  remediation: 'Write the name that the nodes have.',
  check: (cluster) =>
    annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const unknown = annotation
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '' && !KNOWN_ARCHITECTURES.some((known) => known === part))
      if (unknown.length === 0) return []
      const meant = likelyMeant(annotation, KNOWN_ARCHITECTURES)
      return [
        {
          path,
          currentValue: annotation,
          ...(meant !== undefined && { proposedValue: meant }),
          template: templateName(template),
          message: `${nameTemplate(template)} names ${list(unknown.map(quote))}, which no operator knows; ${
            meant === undefined ? advise(unknown) : `write ${quote(meant)}`
          }`,
        },
      ]
    }),
}

function advise(unknown: readonly string[]): string {
  const placeholder = unknown.some((part) => /^<.*>$/.test(part))
  if (placeholder) return 'replace the placeholder by the architectures of the image'
  const names = unknown.map(usualName).filter((name) => KNOWN_ARCHITECTURES.some((known) => known === name))
  return names.length > 0
    ? `${list(names.map(quote))} is what was likely meant; the known ones are ${list(KNOWN_ARCHITECTURES)}`
    : `the known ones are ${list(KNOWN_ARCHITECTURES)}`
}
