import { Document } from 'yaml'
import type { JsonObject } from './json.ts'
import { PRINTING } from './yaml-schema.ts'

export interface PrintOptions {
  /** Whether a list inside a mapping is indented more than its key. */
  readonly indentLists: boolean
  /** Whether strings of several lines may be block scalars; else they are quoted, on one line. */
  readonly blockScalars: boolean
}

/** One object as the text of a YAML document, in a form that YAML 1.1 and 1.2 readers understand alike. */
export function printItem(value: JsonObject): string {
  return printYaml(value, { indentLists: false, blockScalars: true })
}

/** As printItem, for any value. There are no anchors, no aliases and no folded lines. */
export function printYaml(value: unknown, { indentLists, blockScalars }: PrintOptions): string {
  const document = new Document(value, { schema: PRINTING, aliasDuplicateObjects: false })
  return document.toString({
    ...STABLE,
    blockQuote: blockScalars ? 'literal' : false,
    indentSeq: indentLists,
  })
}

/** Prints each scalar on one line, whatever its length. */
export const STABLE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }
