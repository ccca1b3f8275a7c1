/** Most texts are, and those that ask spare themselves the tables of Unicode. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

export function isPrintableAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}
