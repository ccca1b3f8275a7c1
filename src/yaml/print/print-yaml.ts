import { remembered } from '../../devices/remembered.ts'
import { chooseStringStyle, escapeForOldReaders } from './choose-string-style.ts'

export interface PrintOptions {
  /** Whether a list inside a mapping is indented more than its key. */
  readonly indentLists: boolean
  /** Whether strings of several lines may be block scalars; else they are quoted, on one line. */
  readonly blockScalars: boolean
}

/** YAML wants the colon of a key no further from its start. */
const LONGEST_KEY = 1024

/** One object as the text of a YAML document, in a form that YAML 1.1 and 1.2 readers understand alike. */
export function printItem(value: object): string {
  return printYaml(value, { indentLists: false, blockScalars: true })
}

/**
 * As printItem, for any value that JSON or YAML can hold. There are no anchors, no aliases and no folded lines.
 * (The library's printer builds a tree of nodes first, which is most of a small run's time in an interpreter.)
 */
export function printYaml(value: unknown, options: PrintOptions): string {
  return `${new Printer(options).block(value, '', '')}\n`
}

class Printer {
  readonly #options: PrintOptions

  constructor(options: PrintOptions) {
    this.#options = options
  }

  /** The value whose first line is begun and whose further lines start with `indent`; text at its start adds `lead`. */
  block(value: unknown, indent: string, lead: string): string {
    if (typeof value === 'string') return lead + this.#string(value, indent)
    if (typeof value !== 'object' || value === null) return lead + printScalar(value)
    const lines = this.#lines(value, indent)
    return lines === '' ? lead + (Array.isArray(value) ? '[]' : '{}') : lines
  }

  /** Empty where the value is. */
  #lines(value: object, indent: string): string {
    return Array.isArray(value) ? this.#entries(value, indent) : this.#members(value, indent)
  }

  #entries(list: readonly unknown[], indent: string): string {
    let text = ''
    for (const entry of list) text += `${text === '' ? '' : `\n${indent}`}- ${this.block(entry, `${indent}  `, '')}`
    return text
  }

  #members(object: object, indent: string): string {
    let text = ''
    for (const key of Object.keys(object)) {
      const value: unknown = Reflect.get(object, key)
      if (value === undefined) continue
      const name = printLine(key)
      if (text !== '') text += `\n${indent}`
      text += name.length > LONGEST_KEY ? `? ${name}\n${indent}:` : `${name}:`
      text += this.#below(value, indent)
    }
    return text
  }

  /** A member's value: on the key's line, or on lines of its own. */
  #below(value: unknown, indent: string): string {
    if (typeof value !== 'object' || value === null) return this.block(value, indent, ' ')
    const inner = Array.isArray(value) && !this.#options.indentLists ? indent : `${indent}  `
    const lines = this.#lines(value, inner)
    return lines === '' ? this.block(value, indent, ' ') : `\n${inner}${lines}`
  }

  #string(text: string, indent: string): string {
    if (!this.#options.blockScalars || !text.includes('\n')) return printLine(text)
    if (chooseStringStyle(text, true) !== 'BLOCK_LITERAL') return printLine(text)
    const inner = `\n${indent}  `
    const lines = text.split('\n')
    const isEnded = lines.at(-1) === ''
    if (isEnded) lines.pop()
    return (isEnded ? '|' : '|-') + lines.map((line) => (line === '' ? '\n' : inner + line)).join('')
  }
}

/** A string on one line. */
const printLine = remembered((text) =>
  chooseStringStyle(text, false) === 'PLAIN' ? text : escapeForOldReaders(JSON.stringify(text)),
)

function printScalar(value: unknown): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value ?? null)
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf'
}
