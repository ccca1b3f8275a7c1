/**
 * A reader for what machines print: block style, with scalars on one line. It refuses whatever it is not sure of, and the
 * full parser reads that. In an interpreter the full parser takes most of a run's time, a millisecond for a slim Node.
 */
import type { JsonObject, JsonValue } from './json.ts'
import { REFUSED, readPlainScalar } from './read-plain-scalar.ts'

const DEEPEST = 60
const SPACE = 0x20
const HASH = 0x23
const DASH = 0x2d

// A key whose text is not what it means to YAML, or to JavaScript, is for the full parser.
const KEY = /(?:([A-Za-z_][A-Za-z0-9_./-]*)|"([A-Za-z0-9_./ -]*)"|'([A-Za-z0-9_./ -]*)'):(?: +|(?=\n)|$)/y
const ODD_KEY = /^(?:null|true|false|__proto__)$/i

/** The line at hand: where its content starts and ends, and in which column. */
interface Cursor {
  readonly text: string
  /** Start of the line after this one. */
  next: number
  column: number
  start: number
  end: number
}

type Read = JsonValue | typeof REFUSED

/** The value of a text that is one document of that kind; undefined when it is not certainly one. */
export function readPlainYaml(text: string): JsonValue | undefined {
  const cursor: Cursor = { text, next: 0, column: 0, start: 0, end: 0 }
  advance(cursor)
  if (cursor.column < 0) return undefined
  const value = readNode(cursor, 0)
  return value === REFUSED || cursor.column >= 0 ? undefined : value
}

/** Goes to the next line that has content; the column is -1 at the end. */
function advance(cursor: Cursor): void {
  const { text } = cursor
  while (cursor.next < text.length) {
    const lineStart = cursor.next
    const newLine = text.indexOf('\n', lineStart)
    const end = newLine < 0 ? text.length : newLine
    cursor.next = newLine < 0 ? text.length : newLine + 1
    let start = lineStart
    while (start < end && text.charCodeAt(start) === SPACE) start++
    if (start === end || text.charCodeAt(start) === HASH) continue
    cursor.column = start - lineStart
    cursor.start = start
    cursor.end = end
    return
  }
  cursor.column = -1
}

function readNode(cursor: Cursor, depth: number): Read {
  if (depth > DEEPEST) return REFUSED
  return isEntry(cursor) ? readSequence(cursor, depth) : readMapping(cursor, depth)
}

function isEntry({ text, start }: Cursor): boolean {
  return text.charCodeAt(start) === DASH && text.charCodeAt(start + 1) === SPACE
}

function readSequence(cursor: Cursor, depth: number): Read {
  const { column } = cursor
  const list: JsonValue[] = []
  while (cursor.column === column && isEntry(cursor)) {
    let start = cursor.start + 2
    while (cursor.text.charCodeAt(start) === SPACE) start++
    cursor.column += start - cursor.start
    cursor.start = start
    const value = isEntry(cursor) || hasKey(cursor) ? readNode(cursor, depth + 1) : readScalarLine(cursor, column)
    if (value === REFUSED) return REFUSED
    list.push(value)
  }
  // Deeper than the list, or an entry of it that is none.
  return cursor.column > column ? REFUSED : list
}

function readMapping(cursor: Cursor, depth: number): Read {
  const { column } = cursor
  const object: JsonObject = {}
  while (cursor.column === column && !isEntry(cursor)) {
    if (!hasKey(cursor)) return REFUSED
    const key = keyAt(cursor)
    if (ODD_KEY.test(key) || Object.hasOwn(object, key)) return REFUSED
    const value = KEY.lastIndex === cursor.end ? readBelow(cursor, column, depth) : readValueLine(cursor, column)
    if (value === REFUSED) return REFUSED
    object[key] = value
  }
  return cursor.column > column ? REFUSED : object
}

function hasKey({ text, start }: Cursor): boolean {
  KEY.lastIndex = start
  return KEY.test(text)
}

/** The key of the line; `KEY.lastIndex` is behind it then. */
function keyAt({ text, start }: Cursor): string {
  KEY.lastIndex = start
  const match = KEY.exec(text)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
}

/** The value of a key that has nothing on its line: deeper lines, a list at the key's own column, or null. */
function readBelow(cursor: Cursor, column: number, depth: number): Read {
  advance(cursor)
  return cursor.column > column || (cursor.column === column && isEntry(cursor)) ? readNode(cursor, depth + 1) : null
}

function readValueLine(cursor: Cursor, column: number): Read {
  cursor.start = KEY.lastIndex
  return readScalarLine(cursor, column)
}

/** A value to the end of the line; a deeper line behind it would be a part of it. */
function readScalarLine(cursor: Cursor, column: number): Read {
  const text = cursor.text.slice(cursor.start, cursor.end)
  const value = text === '{}' ? {} : text === '[]' ? [] : readPlainScalar(text)
  advance(cursor)
  return cursor.column > column ? REFUSED : value
}
