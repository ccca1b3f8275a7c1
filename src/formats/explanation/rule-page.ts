import { OWN_API_VERSION } from '../../cluster/kinds.ts'
import type { Rule } from '../../rules/rule.ts'
import { indented } from '../text/text-layout.ts'

/** What a rule finds, why that matters, and what to do about it. */
export function printRule({ id, severity, summary, why, remediation, reference, sources = [] }: Rule): string {
  const lines = [
    `${id} (${severity} by default)`,
    ...part('What it finds', summary),
    ...part('Why', why),
    ...part('What to do', remediation),
    ...(reference === undefined ? [] : part('Reference', reference)),
    ...(sources.length === 0 ? [] : part("In the operators' code", ...sources)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same for programs. */
export function describeRule({ id, severity, summary, why, remediation, reference, sources }: Rule): object {
  const page = {
    id,
    severity,
    summary,
    why,
    remediation,
    ...(reference !== undefined && { reference }),
    ...(sources && { sources }),
  }
  return { apiVersion: OWN_API_VERSION, kind: 'Rule', ...page }
}

function part(title: string, ...texts: string[]): string[] {
  return ['', title, ...texts.flatMap((text) => indented([text], 2))]
}
