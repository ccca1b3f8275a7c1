import { visible, withoutCommands } from './printable.ts'
import { wellFormed } from './well-formed.ts'

type Attributes = { readonly [name: string]: string | number }

/** An element that holds elements, as lines. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string[] {
  const start = `<${name}${printAttributes(attributes)}`
  if (children.length === 0) return [`${start}/>`]
  return [`${start}>`, ...children.map((line) => `  ${line}`), `</${name}>`]
}

/** An element that holds text, which is not indented: that would change it. */
export function textElement(name: string, attributes: Attributes, text: readonly string[]): string {
  return `<${name}${printAttributes(attributes)}>${text.map(escapeXml).join('\n')}</${name}>`
}

function printAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

const REFERENCES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text on one line; what XML 1.0 can not carry, not even as a reference, is shown as an escape or replaced. */
function escapeXml(text: string): string {
  const escaped = wellFormed(visible(text))
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '')
  return withoutCommands(escaped, (character) => `&#${character.charCodeAt(0)};`)
}
