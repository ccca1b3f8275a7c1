import { isKubernetesBoolean } from '../kubernetes-booleans.ts'
import { isNullOrBoolean } from './read-plain-scalar.ts'

const KEY = /(?:([\w./-]+)|"([\w./-]*)"|'([\w./-]*)'):(?=[ \r\n]|$)/y
const STRING = / +(?:([A-Za-z][\w./-]*)|"([^"\\\r\n]*)"|'([^'\r\n]*)')(?: +#[^\r\n]*)? *(?=\r?\n|$)/y
const NOTHING = /(?: +(\[\]|null|~))?(?: +#[^\r\n]*)? *(?=\r?\n|$)/y

export interface Key {
  readonly name: string
  /** The offset after the colon. */
  readonly end: number
}

/** The key of a block mapping at `pos`, plain or quoted, of ordinary characters only; undefined for anything else. */
export function readKey(text: string, pos: number): Key | undefined {
  KEY.lastIndex = pos
  const match = KEY.exec(text)
  if (match === null) return undefined
  return { name: match[1] ?? match[2] ?? match[3] ?? '', end: KEY.lastIndex }
}

/** The value after a key that ends at `pos`, when it is a string and certainly ends on this line, except that a plain
 * one could still go on below. */
export function readString(text: string, pos: number): string | undefined {
  STRING.lastIndex = pos
  const match = STRING.exec(text)
  if (match === null) return undefined
  const plain = match[1]
  if (plain !== undefined) return isNullOrBoolean(plain) || isKubernetesBoolean(plain) ? undefined : plain
  return match[2] ?? match[3]
}

/** Where an empty value ends (`[]`, `null`, `~`, or nothing at all) after a key that ends at `pos`. */
export function readEmptyValue(text: string, pos: number): number | undefined {
  NOTHING.lastIndex = pos
  const match = NOTHING.exec(text)
  if (match === null) return undefined
  const value = match[1]
  return value === undefined ? pos : text.indexOf(value, pos) + value.length
}
