import type { IgnoreRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const ignoreWithoutReason: IgnoreRule = {
  id: 'ignore-without-reason',
  severity: 'warning',
  scope: 'ignores',
  summary: 'A comment that ignores a finding gives no reason, or names no rule, and does not count.',
  why: 'Whoever reads the file later must be able to tell whether the finding is still all right.',
  remediation: 'Write `# golden-images: ignore[rule] reason`.',
  check: ({ incompleteComments }) =>
    incompleteComments.map(({ rule, position }) => ({
      position,
      message: `this comment does not count: it must be \`# golden-images: ignore[${rule || 'rule'}] reason\`, ${
        rule === '' ? 'with the id of a rule' : `with a reason for ignoring ${quote(rule)}`
      }`,
    })),
}
