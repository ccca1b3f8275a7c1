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
    documents.push({ value, slice: { start, end: cut.end }, place: start, sliceAt: sliceFinder(text, start) })
    start = skipBlanks(text, cut.end)
  }
  return documents
}

/** An object or a list, and those in it. */
interface Container extends Slice {
  readonly inside: ReadonlyMap<PathStep, Container>
}

/** Goes through a value once, when it is first asked where something stands in it. */
function sliceFinder(text: string, start: number): ParsedDocument['sliceAt'] {
  let root: Container | undefined
  return (steps) => {
    root ??= findContainers(text, start)
    let here: Container | undefined = root
    for (const step of steps) here = here?.inside.get(step)
    return here && { start: here.start, end: here.end }
  }
}

function findContainers(text: string, start: number): Container | undefined {
  const inside = new Map<PathStep, Container>()
  const take = (step: PathStep, pos: number): number => {
    const found = findContainers(text, pos)
    if (found) inside.set(step, found)
    return found?.end ?? skipValue(text, pos)
  }
  const opener = text.charCodeAt(start)
  if (opener === OPEN_BRACE) return { start, end: scanObject(text, start, (key, _, pos) => take(key, pos)), inside }
  let index = 0
  if (opener === OPEN_BRACKET) return { start, end: scanArray(text, start, (pos) => take(index++, pos)), inside }
  return undefined
}
