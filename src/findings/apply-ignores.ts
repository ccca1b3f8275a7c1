import type { Finding } from './finding.ts'
import { ENTRY_FIT, type Fit, type Ignore, ignoreWhere } from './ignore.ts'
import { findIgnoreComments, type IgnoreComment } from './ignore-comments.ts'
import { locateFindings } from './locate-findings.ts'

/** What a configuration says of known findings. */
export type IgnoreEntries = readonly Ignore[]

export interface AppliedIgnores {
  /** All of them; those that are ignored say why. */
  readonly findings: readonly Finding[]
  readonly unusedEntries: IgnoreEntries
  readonly unusedComments: readonly IgnoreComment[]
  readonly incompleteComments: readonly IgnoreComment[]
}

/** The entries of each configuration, and those of the one that counts for a finding. */
export interface IgnoresByFinding {
  readonly all: readonly IgnoreEntries[]
  readonly of: (finding: Finding) => IgnoreEntries
}

/** Ignores findings by the entries of their configuration and by comments at their lines, in the texts of these files. */
export function applyIgnores(
  findings: readonly Finding[],
  entries: IgnoresByFinding,
  texts: ReadonlyMap<string, string>,
): AppliedIgnores {
  const byEntry = ignoreByEntries(findings, entries)
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

/** An entry that several configurations have from one that they extend is unused when it is so in all of them. */
function ignoreByEntries(findings: readonly Finding[], { all, of }: IgnoresByFinding) {
  const lists = [...new Set(all)]
  const scoped = lists.flatMap((entries, scope) =>
    entries.map((entry) => ({ entry, scope, reason: entry.reason.trim() })),
  )
  const scopes = new Map(lists.map((entries, scope) => [entries, scope]))
  const marked = ignoreWhere(findings, scoped, {
    keyOf: ({ entry, scope }) => inScope(scope, ENTRY_FIT.keyOf(entry)),
    keysFor: (finding) => ENTRY_FIT.keysFor(finding).map((key) => inScope(scopes.get(of(finding)), key)),
  })
  const idle = new Set(marked.unused)
  const used = new Set(scoped.filter((one) => !idle.has(one)).map(({ entry }) => entry))
  const unused = [...new Set(lists.flat())].filter((entry) => !used.has(entry))
  return { findings: marked.findings, unused }
}

function inScope(scope: number | undefined, key: string): string {
  return `${scope} ${key}`
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
