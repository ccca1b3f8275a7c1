import type { PathStep } from '../../json/json.ts'
import { OPEN_BRACE, OPEN_BRACKET } from '../../yaml/scan/char-codes.ts'
import type { Slice } from '../item.ts'
import { cutJson, jsonStart, parseSpan } from '../json/cut-json.ts'
import { scanArray, scanObject, skipBlanks, skipValue } from '../json/scan-json.ts'
import type { ParsedDocument } from './parsed-document.ts'

/** The JSON objects of a text, one after the other; undefined when it is not certainly JSON throughout. */
export function readJsonManifests(text: string): ParsedDocument[] | undefined {
  const documents: ParsedDocument[] = []
  for (let start = jsonStart(text); start < text.length; ) {
    const cut = cutJson(text, start)
    const value = cut && parseSpan(text, cut)
    if (cut === undefined || value === undefined) return undefined
    const [slice, sliceAt] = [{ start, end: cut.end }, sliceFinder(text, start)]
    documents.push({ value, slice, place: start, sliceAt, placerAt: () => undefined })
    start = skipBlanks(text, cut.end)
  }
  return documents
}

/** A value, and those in it. */
interface Part extends Slice {
  readonly inside?: ReadonlyMap<PathStep, Part>
}

/** Goes through a value once, when it is first asked where something stands in it. */
function sliceFinder(text: string, start: number): ParsedDocument['sliceAt'] {
  let root: Part | undefined
  return (steps) => {
    root ??= partAt(text, start)
    let here: Part | undefined = root
    for (const step of steps) here = here?.inside?.get(step)
    return here && { start: here.start, end: here.end }
  }
}

function partAt(text: string, start: number): Part {
  const opener = text.charCodeAt(start)
  if (opener !== OPEN_BRACE && opener !== OPEN_BRACKET) return { start, end: skipValue(text, start) }
  const inside = new Map<PathStep, Part>()
  const take = (step: PathStep, pos: number): number => {
    const part = partAt(text, pos)
    inside.set(step, part)
    return part.end
  }
  let index = 0
  const end =
    opener === OPEN_BRACE
      ? scanObject(text, start, (key, _, pos) => take(key, pos))
      : scanArray(text, start, (pos) => take(index++, pos))
  return { start, end, inside }
}
