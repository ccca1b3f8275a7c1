import type { Finding } from './finding.ts'
import { fitsEntry, type Ignore, ignoreWhere } from './ignore.ts'
import { findIgnoreComments, type IgnoreComment } from './ignore-comments.ts'
import { locateFindings, type Sources } from './locate-findings.ts'

export interface AppliedIgnores {
  /** All of them; those that are ignored say why. */
  readonly findings: readonly Finding[]
  readonly unusedEntries: readonly Ignore[]
  readonly unusedComments: readonly IgnoreComment[]
  readonly incompleteComments: readonly IgnoreComment[]
}

/** Ignores findings by the configuration's entries and by comments at their lines. */
export function applyIgnores(
  findings: readonly Finding[],
  entries: readonly Ignore[],
  sources: Sources,
): AppliedIgnores {
  const byEntry = ignoreWhere(findings, entries, fitsEntry)
  const comments = [...sources.texts].flatMap(([file, text]) => findIgnoreComments(file, text))
  const incompleteComments = comments.filter(({ rule, reason }) => rule === '' || reason === '')
  const complete = comments.filter((comment) => !incompleteComments.includes(comment))
  // Positions cost a parse of the item: they are worked out only where a comment asks for them.
  const located = complete.length > 0 ? locateFindings(byEntry.findings, sources) : byEntry.findings
  const byComment = ignoreWhere(located, complete, fitsComment)
  return {
    findings: byComment.findings,
    unusedEntries: byEntry.unused,
    unusedComments: byComment.unused,
    incompleteComments,
  }
}

function fitsComment({ rule, file, forLine }: IgnoreComment, finding: Finding): boolean {
  const { position } = finding
  return finding.rule === rule && position?.file === file && position.line === forLine
}
