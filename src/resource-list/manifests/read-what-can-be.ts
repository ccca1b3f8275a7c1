import type { YamlProblem } from '../../yaml/yaml-problem.ts'
import { type Slice, shift } from '../item.ts'
import type { Item, Source } from '../resource-list.ts'
import { tooMuch } from '../too-much.ts'
import { Collector } from './collector.ts'
import { findTemplateMark } from './find-template-mark.ts'
import type { Note } from './note.ts'
import { readDocuments } from './read-documents.ts'
import type { Wanted } from './wanted.ts'

/**
 * As readManifests, of a file among others: a document that can't be read leaves the others as they are. It is noted where
 * it speaks of a wanted object, and, of a file that was named, in any case but that of a template.
 */
export function readWhatCanBe(
  source: Source,
  wanted: Wanted,
  isNamed: boolean,
): { items: readonly Item[]; notes: readonly Note[] } {
  const collector = new Collector(source, wanted)
  const whole = { start: 0, end: source.text.length }
  const read = readPart(whole, collector, source)
  const parts = read.ok ? [] : splitDocuments(source.text)
  const faults =
    parts.length > 1
      ? parts.flatMap((part) => faultsOf(part, readPart(part, collector, source)))
      : faultsOf(whole, read)
  for (const { part, problem } of faults) {
    const text = source.text.slice(part.start, part.end)
    const isMentioned = wanted.isMentioned(text)
    const mark = findTemplateMark(text)
    if (mark && isMentioned) {
      collector.note('templated', shift(mark, part.start), text.slice(mark.start, mark.end))
    } else if (!mark && (isMentioned || isNamed)) {
      // Where something is missing at the end, the next document begins.
      const start = Math.min(problem.offset, part.start + text.trimEnd().length)
      collector.note('broken', { start, end: part.end }, problem.message)
    }
  }
  return collector
}

type PartRead = { ok: true; problems: YamlProblem[] } | { ok: false; problem: YamlProblem }

function faultsOf(part: Slice, read: PartRead) {
  return (read.ok ? read.problems : [read.problem]).map((problem) => ({ part, problem }))
}

/** Reads a part of a source, all of it or nothing. */
function readPart({ start, end }: Slice, collector: Collector, { text }: Source): PartRead {
  try {
    const read = readDocuments(text.slice(start, end))
    if (read.ok) return { ok: true, problems: collector.take(read.documents, start) }
    return { ok: false, problem: { ...read.problem, offset: start + read.problem.offset } }
  } catch (error) {
    return { ok: true, problems: [{ message: tooMuch('it', error), offset: start }] }
  }
}

/** The parts of a text between the marks of documents, which no text that goes on over lines can hold. */
function splitDocuments(text: string): Slice[] {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index), text.length]
  return starts.slice(0, -1).flatMap((start, place) => {
    const end = starts[place + 1] ?? text.length
    return end > start ? [{ start, end }] : []
  })
}
