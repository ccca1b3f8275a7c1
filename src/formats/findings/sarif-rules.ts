import type { Severity } from '../../findings/severity.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'

/** SARIF's word for a severity. */
export const SARIF_LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies {
  [severity in Severity]: string
}

/** Every rule as SARIF describes it, whether it found something or not. */
export const SARIF_RULES = RULES.map((rule) => ({
  id: rule.id,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.why },
  help: { text: rule.remediation, markdown: printHelp(rule) },
  ...(rule.reference !== undefined && { helpUri: rule.reference }),
  defaultConfiguration: { level: SARIF_LEVEL[rule.severity] },
}))

const INDEX_BY_RULE = new Map(RULES.map(({ id }, index) => [id, index]))

/** The rule's place among SARIF_RULES. */
export function ruleIndex(id: string): number | undefined {
  return INDEX_BY_RULE.get(id)
}

function printHelp({ why, remediation, reference }: Rule): string {
  return [why, `**What to do:** ${remediation}`, ...(reference === undefined ? [] : [`See <${reference}>.`])].join(
    '\n\n',
  )
}
