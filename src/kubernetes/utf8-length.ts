import { isAscii } from '../yaml/scan/ascii.ts'

/** How many bytes Go's `len` counts: limits on names are limits on UTF-8 bytes, not on characters. */
export function utf8Length(text: string): number {
  if (isAscii(text)) return text.length
  let bytes = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint < 0x80) bytes += 1
    else if (codePoint < 0x800) bytes += 2
    // A lone surrogate becomes U+FFFD when Go reads it: three bytes, as its own code point would take.
    else if (codePoint < 0x10000) bytes += 3
    else bytes += 4
  }
  return bytes
}
