import { printable } from './printable.ts'

/** Does what Markdown or GitHub would do to a text, other than show it: which characters, and what stands for them. */
const ACTIVE: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [/[\\`*_[\]|~$]/g, '\\$&'],
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  // A space of no width parts what would become a mention, a reference to an issue, or a link of its own.
  [/[@#]|GH(?=-)|www(?=\.)|:(?=\/\/)|(?:mailto|xmpp):/gi, '$&&#8203;'],
]

/** Text of the input, to stand within a line: it can be no markup, no HTML, no mention and no link. */
export function text(raw: string): string {
  return ACTIVE.reduce((shown, [pattern, replacement]) => shown.replace(pattern, replacement), printable(raw))
}

/** Text of the input as code: nothing in it is markup, whatever it is. */
export function code(raw: string): string {
  const shown = printable(raw)
  if (shown.trim() === '') return text(JSON.stringify(shown))
  const runs = shown.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  // The blanks are not part of the code, and part its own backticks from the fence.
  return /^[ `]|[ `]$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`
}

/** A sentence of a rule: what it has between backticks is code, the rest is text. */
export function sentence(raw: string): string {
  const parts = raw.split('`')
  // An odd backtick is part of a value, and nobody knows of which: then all of it is text.
  if (parts.length % 2 === 0) return text(raw)
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return text(part)
      // No rule says nothing as code: these two are a value's own.
      return part === '' ? text('``') : code(part)
    })
    .join('')
}

/** A link, when the address is one that can't break out of it. */
export function link(label: string, address: string | undefined): string {
  return address !== undefined && /^https:\/\/(?:[\w./#?=&~+-]|%[0-9A-Fa-f]{2})+$/.test(address)
    ? `[${label}](${address})`
    : label
}
