import type { IgnoreRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const ignoreUnused: IgnoreRule = {
  id: 'ignore-unused',
  severity: 'warning',
  scope: 'ignores',
  summary: 'An ignore fits no finding.',
  why: 'What it was written for is mended, or it is misspelt. Left there it would hide the next finding of its kind.',
  remediation: 'Remove it.',
  check: ({ unusedEntries, unusedComments }) => [
    ...unusedEntries.map(({ rule, template, cluster }) => ({
      ...(template !== undefined && { template }),
      message: `the configuration's ignore of ${quote(rule)}${template === undefined ? '' : ` for the template ${quote(template)}`}${
        cluster === undefined ? '' : ` in the cluster ${quote(cluster)}`
      } fits no finding; remove it`,
    })),
    ...unusedComments.map(({ rule, position }) => ({
      position,
      message: `this comment ignores ${quote(rule)}, and there is no such finding here; remove it`,
    })),
  ],
}
