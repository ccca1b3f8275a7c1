import { describeBasis } from './basis.ts'
import { describeFindings, describeImages } from './counts.ts'
import type { Report } from './report.ts'

/** What stands at the end of a report: what it rests on, and last how much there is of what. */
export function closingLines({ findings, images, rulesOff = [], ...basis }: Report): string[] {
  const counts = [describeFindings(findings), ...describeBasis({ rulesOff }), describeImages(images)]
  return [...describeBasis(basis), counts.join('; ')]
}
