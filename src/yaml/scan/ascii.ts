/** Most texts are, and those that ask spare themselves the tables of Unicode. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

export function isPrintableAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** Whether the first character is a letter of ASCII, `_` or `/`. */
export function beginsWord(text: string): boolean {
  const first = text.charCodeAt(0)
  const letter = first | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || first === 0x5f || first === 0x2f
}
