import type { Finding } from './finding.ts'
import { ENTRY_FIT, type Fit, type Ignore, ignoreWhere } from './ignore.ts'
import { findIgnoreComments, type IgnoreComment } from './ignore-comments.ts'
import { locateFindings } from './locate-findings.ts'

export interface AppliedIgnores {
  /** All of them; those that are ignored say why. */
  readonly findings: readonly Finding[]
  readonly unusedEntries: readonly Ignore[]
  readonly unusedComments: readonly IgnoreComment[]
  readonly incompleteComments: readonly IgnoreComment[]
}

/** Ignores findings by the configuration's entries and by comments at their lines, in the texts of these files. */
export function applyIgnores(
  findings: readonly Finding[],
  entries: readonly Ignore[],
  texts: ReadonlyMap<string, string>,
): AppliedIgnores {
  const byEntry = ignoreWhere(findings, entries, ENTRY_FIT)
  const comments = [...texts].flatMap(([file, text]) => findIgnoreComments(file, text))
  const complete = comments.filter(isComplete)
  // Positions cost a parse of the item: they are worked out only where a comment asks for them.
  const located = complete.length > 0 ? locateFindings(byEntry.findings) : byEntry.findings
  const byComment = ignoreWhere(located, complete, COMMENT_FIT)
  return {
    findings: byComment.findings,
    unusedEntries: byEntry.unused,
    unusedComments: byComment.unused,
    incompleteComments: comments.filter((comment) => !isComplete(comment)),
  }
}

function isComplete({ rule, reason }: IgnoreComment): boolean {
  return rule !== '' && reason !== ''
}

/** A comment fits the findings of its rule on its line. */
const COMMENT_FIT: Fit<IgnoreComment> = {
  keyOf: ({ rule, position, forLine }) => keyOf(rule, position.file, forLine),
  keysFor: ({ rule, position }) => (position ? [keyOf(rule, position.file, position.line)] : []),
}

function keyOf(rule: string, file: string, line: number): string {
  return JSON.stringify([rule, file, line])
}
