import { isSpaceOrLineEnd } from '../../yaml/scan/scan-line.ts'
import type { TextScan } from '../text-scan.ts'
import { skipLogicalLine } from './skip-logical-line.ts'

const BEFORE_NODE = ' \t\n[{,:'
/** What stands before a quote that opens a scalar, or that is an escaped quote inside one that is open. */
const BEFORE_OPEN_DOUBLE = `${BEFORE_NODE}\\`
const BEFORE_OPEN_SINGLE = `${BEFORE_NODE}'`

/**
 * Tells whether lines are certainly complete in themselves: no quoted scalar is left open at their end, and no alias is
 * among them. Strict YAML has no quoted scalar that reaches over a less indented line, but some readers let it, and
 * then what looks like an item or a key is a part of a string. (A flow collection that did the same would not look like
 * one.) Places must be asked for in ascending order.
 *
 * A large ResourceList must cost no more than its bytes: so this only looks at the last quote of each kind, and a scan
 * of every line follows only when that could have opened a scalar.
 */
export class ClosedCheck {
  readonly #text: string
  readonly #double: Finder
  readonly #single: Finder
  readonly #star: Finder

  constructor(text: string, scan: TextScan) {
    this.#text = text
    this.#double = finder(text, '"', scan.doubtfulFrom('"'))
    this.#single = finder(text, "'", scan.doubtfulFrom("'"))
    this.#star = finder(text, '*', scan.firstPlace('*'))
  }

  isClosed(start: number, end: number): boolean {
    const text = this.#text
    const isDoubtful =
      mayHoldAlias(text, this.#star(start), end) ||
      (this.#double(start) < end && isPrecededBy(BEFORE_OPEN_DOUBLE, text, text.lastIndexOf('"', end - 1))) ||
      (this.#single(start) < end && isPrecededBy(BEFORE_OPEN_SINGLE, text, text.lastIndexOf("'", end - 1)))
    return !isDoubtful || isClosedInOrder(text, start, end)
  }
}

type Finder = (from: number) => number

/**
 * Finds the first place of a character at or after an ascending offset, not of those before `first`; looks at each part of
 * the text only once.
 */
function finder(text: string, char: string, first: number): Finder {
  let place = first
  return (from) => {
    if (place >= from) return place
    place = text.indexOf(char, from)
    if (place === -1) place = text.length
    return place
  }
}

/** Whether an asterisk from `star` on stands where a node can begin, with a name after it. */
function mayHoldAlias(text: string, star: number, end: number): boolean {
  for (let at = star; at !== -1 && at < end; at = text.indexOf('*', at + 1)) {
    if (isPrecededBy(BEFORE_NODE, text, at) && !isSpaceOrLineEnd(text, at + 1)) return true
  }
  return false
}

function isPrecededBy(chars: string, text: string, pos: number): boolean {
  return chars.includes(text.charAt(pos - 1))
}

function isClosedInOrder(text: string, start: number, end: number): boolean {
  let pos = start
  while (pos !== -1 && pos < end) pos = skipLogicalLine(text, pos, end)
  return pos === end
}
