import type { Finding } from '../findings/finding.ts'
import { ownPath } from '../findings/outer-path.ts'
import type { Severity } from '../findings/severity.ts'
import { type FindingSummary, summarize } from './finding-summary.ts'
import { type Pair, pairUp } from './pair-up.ts'

/** What changes for the findings that count on a side. That one does not count any more mends nothing by itself. */
export interface FindingDifference {
  readonly new: readonly FindingSummary[]
  /** Ignored before. */
  readonly noLongerIgnored: readonly FindingSummary[]
  /** The rule was off before. */
  readonly switchedOn: readonly FindingSummary[]
  readonly severityChanged: readonly (FindingSummary & { readonly before: Severity })[]
  /** Still there, and ignored now. */
  readonly ignored: readonly (FindingSummary & { readonly reason: string })[]
  /** Still there, and the rule is off now. */
  readonly switchedOff: readonly FindingSummary[]
  /** Not there any more. */
  readonly fixed: readonly FindingSummary[]
}

/** The findings of one side, and what rules that are off would have found there. */
export interface SideFindings {
  readonly found: readonly Finding[]
  readonly off: readonly Finding[]
}

type KeyOf = (finding: Finding) => string

/** Compares findings by rule, object, template and place, not by words: those tell of other things that changed. */
export function compareFindings(before: SideFindings, after: SideFindings): FindingDifference {
  return compare(before, after, keyOf)
}

/** Findings on the input as a whole have no place: words tell them apart. */
export function compareInputFindings(before: SideFindings, after: SideFindings): FindingDifference {
  return compare(before, after, ({ rule, message }) => JSON.stringify([rule, message]))
}

function compare(before: SideFindings, after: SideFindings, key: KeyOf): FindingDifference {
  const both = pairUp(counting(before), counting(after), key)
  const gone = trace(both.onlyFirst, before, after, key)
  const come = trace(both.onlySecond, after, before, key)
  return {
    new: summarize(come.rest),
    noLongerIgnored: summarize(come.ignored.map(([finding]) => finding)),
    switchedOn: summarize(come.off.map(([finding]) => finding)),
    severityChanged: both.pairs
      .filter(([old, current]) => old.severity !== current.severity)
      .flatMap(([old, current]) => summarize([current]).map((summary) => ({ ...summary, before: old.severity }))),
    ignored: gone.ignored.flatMap(([finding, { ignored }]) =>
      summarize([finding]).map((summary) => ({ ...summary, reason: ignored?.reason ?? '' })),
    ),
    switchedOff: summarize(gone.off.map(([finding]) => finding)),
    fixed: summarize(gone.rest),
  }
}

interface Traced {
  /** With what it is on the other side. */
  readonly ignored: readonly Pair<Finding>[]
  readonly off: readonly Pair<Finding>[]
  readonly rest: readonly Finding[]
}

/** Looks for findings that count on one side alone among what is silent on the other side, and was not on this one. */
function trace(findings: readonly Finding[], here: SideFindings, there: SideFindings, key: KeyOf): Traced {
  const ignored = pairUp(findings, pairUp(ignoredOf(here), ignoredOf(there), key).onlySecond, key)
  const off = pairUp(ignored.onlyFirst, pairUp(here.off, there.off, key).onlySecond, key)
  return { ignored: ignored.pairs, off: off.pairs, rest: off.onlyFirst }
}

function counting({ found }: SideFindings): Finding[] {
  return found.filter(({ ignored, causedBy }) => !ignored && !causedBy)
}

function ignoredOf({ found }: SideFindings): Finding[] {
  return found.filter(({ ignored }) => ignored)
}

/** Places in lists move when something before them comes or goes, and objects into a policy or out of one. */
function keyOf(finding: Finding): string {
  const { rule, resource, template } = finding
  const place = ownPath(finding)?.replaceAll(/\[\d+\]/g, '[]')
  return JSON.stringify([rule, resource?.kind, resource?.namespace, resource?.name, template, place])
}
