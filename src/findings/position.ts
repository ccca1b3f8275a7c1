import { isCollection, isMap, isNode, isPair, isScalar, type Node, type Pair } from 'yaml'
import { composeDocuments } from '../resource-list/compose-yaml.ts'
import { type PathStep, parsePath } from './field-path.ts'

/** A stretch of a source text. Lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** The column after the last character. */
  readonly endColumn: number
}

/** A stretch of a file; `''` is standard input. */
export interface FilePosition extends Position {
  readonly file: string
}

/** Where an item stands in the text that it came in. */
export interface ItemSource {
  /** `''` for standard input. */
  readonly file: string
  /** The whole text. */
  readonly text: string
  /** The item's own part of it, and where that starts. */
  readonly slice: string
  readonly offset: number
}

/** Finds values of one item by their paths. */
export type Locator = (path: string | undefined) => FilePosition | undefined

/**
 * Parses an item once, to say where the value at a path stands; where it is absent, the key of the nearest thing that
 * is there. The locator finds nothing when the slice does not parse by itself.
 */
export function locateIn({ file, text, slice, offset }: ItemSource): Locator {
  const [document] = composeDocuments(slice)
  if (!document?.contents || document.errors.length > 0) return () => undefined
  const { contents } = document
  const place = indexLines(text)
  return (path) => {
    const [start, end] = descend(contents, parsePath(path ?? ''))
    const from = place(offset + start)
    const to = place(offset + Math.max(start, end))
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}

type Range = readonly [start: number, end: number]

/** A slice can be the item, or a list of this one item. */
function descend(contents: Node, steps: readonly PathStep[]): Range {
  const root = isCollection(contents) && !isMap(contents) ? contents.items[0] : contents
  let range: Range = firstKey(root) ?? rangeOf(contents)
  let here: unknown = root
  for (const step of steps) {
    const pair = isMap(here) && typeof step === 'string' ? findPair(here.items, step) : undefined
    const next = pair ? pair.value : isCollection(here) && typeof step === 'number' ? here.items[step] : undefined
    const key = pair && isNode(pair.key) ? rangeOf(pair.key) : undefined
    if (next === undefined || next === null) return key ?? range
    // A collection is shown by its key: its own range can be many lines. An empty value has none.
    const written = isScalar(next) && rangeOf(next)[0] < rangeOf(next)[1]
    range = written ? rangeOf(next) : (key ?? firstKey(next) ?? range)
    here = next
  }
  return range
}

function findPair(items: readonly unknown[], name: string): Pair | undefined {
  return items.find((item): item is Pair => isPair(item) && isScalar(item.key) && String(item.key.value) === name)
}

function firstKey(node: unknown): Range | undefined {
  const first = isMap(node) ? node.items[0] : undefined
  return isPair(first) && isNode(first.key) ? rangeOf(first.key) : undefined
}

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0]
  return [start, end]
}

/** Reads the line starts of a text once, to place any offset of it. */
export function indexLines(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
