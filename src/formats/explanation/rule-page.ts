import { OWN_API_VERSION } from '../../cluster/kinds.ts'
import type { Rule } from '../../rules/rule.ts'
import { indented } from '../text/text-layout.ts'

/** What a rule finds, why that matters, and what to do about it. */
export function printRule({ id, severity, summary, why, remediation, reference }: Rule): string {
  const lines = [
    `${id} (${severity} by default)`,
    ...part('What it finds', summary),
    ...part('Why', why),
    ...part('What to do', remediation),
    ...(reference === undefined ? [] : part('Reference', reference)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same for programs. */
export function describeRule({ id, severity, summary, why, remediation, reference }: Rule): object {
  const page = { id, severity, summary, why, remediation, ...(reference !== undefined && { reference }) }
  return { apiVersion: OWN_API_VERSION, kind: 'Rule', ...page }
}

function part(title: string, text: string): string[] {
  return ['', title, ...indented([text], 2)]
}
