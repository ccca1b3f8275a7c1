import { isCollection, isScalar } from 'yaml'
import { nextLine } from '../../yaml/scan/scan-line.ts'
import type { Slice } from '../item.ts'

/**
 * The source of a parsed node. That of one in block style starts with its line, so that the lines below keep their
 * indentation relative to it; dashes before it make it a list of one.
 */
export function nodeSlice(text: string, node: unknown): Slice {
  const range = isCollection(node) || isScalar(node) ? node.range : undefined
  const [start, valueEnd, end] = range ?? [0, 0, 0]
  const line = isCollection(node) && node.flow !== true ? lineOfBlock(text, start) : undefined
  return line === undefined
    ? { start, end: valueEnd }
    : { start: line, end: Math.max(end, nextLine(text, valueEnd - 1)) }
}

/** The start of the line, where nothing but dashes stand before the node. */
function lineOfBlock(text: string, start: number): number | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1
  return /^ *(?:- *)*$/.test(text.slice(line, start)) ? line : undefined
}
