import type { ParseBudget } from '../parse-budget.ts'
import { DOUBLE_QUOTE, GREATER_THAN, OPEN_BRACE, OPEN_BRACKET, PIPE, SINGLE_QUOTE, STAR } from '../scan/char-codes.ts'
import type { Anchors } from './anchors.ts'
import { lineAfter } from './line-after.ts'
import { readBlockScalar } from './read-block-scalar.ts'
import { FlowReader } from './read-flow.ts'
import { readPlainLines } from './read-plain-lines.ts'
import type { BlockValue } from './value.ts'

/** What reading needs besides the text. */
export interface Surroundings {
  readonly anchors: Anchors
  readonly budget: ParseBudget | undefined
  /** How deep a flow collection may nest. */
  readonly levels: number
}

/** What opens a node that ends within a line. */
const INLINE = [OPEN_BRACE, OPEN_BRACKET, DOUBLE_QUOTE, SINGLE_QUOTE, STAR]

/**
 * The scalar, flow collection or alias that begins at `pos`, below a block node at `column`; undefined when it is not
 * certainly one.
 */
export function readValue(
  text: string,
  pos: number,
  column: number,
  { anchors, budget, levels }: Surroundings,
): BlockValue | undefined {
  const code = text.charCodeAt(pos)
  if (code === PIPE || code === GREATER_THAN) return readBlockScalar(text, pos, column)
  if (!INLINE.includes(code)) return readPlainLines(text, pos, column)
  const inline = new FlowReader(text, column, anchors, budget).read(pos, levels)
  if (inline === undefined) return undefined
  const next = lineAfter(text, inline.end)
  return next === -1 ? undefined : { value: inline.value, next }
}
