import { isJsonObject, type PathStep, stringAt } from '../../json/json.ts'
import type { YamlProblem } from '../../yaml/yaml-problem.ts'
import { typeName } from '../check-list.ts'
import { parsedItem, type Slice, shift } from '../item.ts'
import type { Item, Source } from '../resource-list.ts'
import { findTemplateMark } from './find-template-mark.ts'
import type { Note, NoteCause } from './note.ts'
import type { ParsedDocument, PlaceSlice } from './parsed-document.ts'
import { readDocuments } from './read-documents.ts'
import { type Unfolded, unfold } from './unfold.ts'
import type { Wanted } from './wanted.ts'

/** A text in a source: the whole, a part, or the value of a string there. */
interface TextPlace {
  readonly place: PlaceSlice
  /** The path of the string. */
  readonly steps: readonly PathStep[]
}

/** Gathers what a source holds. */
export class Collector {
  readonly items: Item[] = []
  readonly notes: Note[] = []
  readonly #source: Source
  readonly #wanted: Wanted | undefined

  constructor(source: Source, wanted: Wanted | undefined) {
    this.#source = source
    this.#wanted = wanted
  }

  /** Takes the documents of a part of the source that starts there; tells what in them is no manifest. */
  take(documents: readonly ParsedDocument[], start = 0): YamlProblem[] {
    const text = { place: (slice: Slice) => shift(slice, start), steps: [] }
    return documents.flatMap((document) =>
      unfold(document.value, this.#wanted).flatMap((part) => {
        const message = this.#takePart(part, document, text)
        return message === undefined ? [] : [{ message, offset: start + placeOf(document, part) }]
      }),
    )
  }

  note(cause: NoteCause, { start, end }: Slice, detail = ''): void {
    const source = this.#source
    this.notes.push({ cause, source, slice: firstLine(source.text, start, end), detail })
  }

  #takePart(part: Unfolded, document: ParsedDocument, { place, steps }: TextPlace): string | undefined {
    const slice = part.steps.length === 0 ? document.slice : (document.sliceAt(part.steps) ?? document.slice)
    const within = [...steps, ...part.steps.slice(part.ownFrom)]
    if (part.kind === 'patch') this.note('patch', place(slice))
    else if (part.kind === 'string') {
      const inside = document.placerAt(part.steps)
      const whole = place(slice)
      this.#takeString(part.value, { place: inside ? (one) => place(inside(one)) : () => whole, steps: within })
    } else {
      const { value } = part
      if (part.kind === 'entry' && part.problem !== undefined) return part.problem
      if (!isJsonObject(value)) return `a manifest must be an object, but it is ${typeName(value)}`
      const path = within.length > 0 ? within : undefined
      this.items.push(parsedItem(this.#source, this.items.length, value, place(slice), path))
      if (part.kind === 'object' && part.isMerged && value.kind === 'HyperConverged') this.note('merged', place(slice))
    }
    return undefined
  }

  /** Of a string only what is wanted counts. */
  #takeString(value: string, text: TextPlace): void {
    const wanted = this.#wanted
    if (wanted === undefined) return
    const read = readDocuments(value)
    const before = this.items.length + this.notes.length
    for (const document of read.ok ? read.documents : []) {
      for (const part of unfold(document.value, wanted)) {
        if (part.kind === 'entry' && !(isJsonObject(part.value) && isWanted(part.value, wanted))) continue
        // Documents that are indented, as these are, have no mark of their own.
        const slice = document.sliceAt([]) ?? document.slice
        this.#takePart(part, { ...document, slice }, text)
      }
    }
    if (this.items.length + this.notes.length > before || !wanted.isMentioned(value)) return
    const mark = read.ok ? undefined : findTemplateMark(value)
    const [cause, at] = mark ? (['templated', mark] as const) : (['string', kindLine(value, wanted)] as const)
    this.note(cause, text.place(at), value.slice(at.start, at.end))
  }
}

/** The first line of a stretch, without what indents it; at the end of the text, the end of its last line. */
function firstLine(text: string, from: number, to: number): Slice {
  let start = from
  while (start < to && ' -\r\n'.includes(text.charAt(start))) start++
  if (start === to) start = Math.min(from, text.trimEnd().length)
  const lineFeed = text.indexOf('\n', start)
  const lineEnd = lineFeed === -1 ? text.length : lineFeed
  return { start, end: Math.max(start, Math.min(to, lineEnd)) }
}

function isWanted(value: object, wanted: Wanted): boolean {
  return isJsonObject(value) && wanted.isWanted(stringAt(value, 'apiVersion'), stringAt(value, 'kind'))
}

function placeOf(document: ParsedDocument, { steps }: Unfolded): number {
  return steps.length === 0 ? document.place : (document.sliceAt(steps)?.start ?? document.place)
}

function kindLine(text: string, { kindIn }: Wanted): Slice {
  const start = Math.max(kindIn(text), 0)
  const lineFeed = text.indexOf('\n', start)
  return { start, end: lineFeed === -1 ? text.length : lineFeed }
}
