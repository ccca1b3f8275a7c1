import type { Finding } from '../../findings/finding.ts'
import { printable } from '../text/printable.ts'
import { describeFindings, describeImages, type PredictedImages } from './counts.ts'
import { foldFindings } from './fold.ts'

import { describePosition } from './place.ts'

export type { PredictedImages } from './counts.ts'

/**
 * What the function says on stderr: one summary line, since kpt shows four lines only, then one line a finding. Nothing
 * in it depends on time: kpt records it in the Kptfile.
 */
export function printSummary(findings: readonly Finding[], images: PredictedImages): string {
  const counts = `golden-images: ${describeFindings(findings)}; ${describeImages(images)}`
  const counted = foldFindings(findings).filter(({ ignored }) => !ignored)
  return [counts, ...counted.map(printFinding)].map((line) => `${line}\n`).join('')
}

function printFinding(finding: Finding): string {
  const { severity, rule, resource, cluster, path, position, message, reference } = finding
  const words = [
    severity,
    rule,
    resource ? resource.file?.path : position?.file && describePosition(finding),
    resource && `${resource.kind}/${resource.name}`,
    cluster === undefined ? undefined : `(cluster ${cluster})`,
    path === undefined ? undefined : `\`${path}\``,
  ].filter((word) => word)
  const more = reference === undefined ? '' : `${message.endsWith('.') ? '' : '.'} ${reference}`
  return printable(`${words.join(' ')}: ${message}${more}`)
}
