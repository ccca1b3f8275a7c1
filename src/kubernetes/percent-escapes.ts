/** Whether every `%` of a text begins an escape: two hexadecimal digits follow. */
export function hasOnlyWholeEscapes(text: string): boolean {
  return !text.includes('%') || !/%(?![0-9a-fA-F]{2})/.test(text)
}

/** The bytes that a text's escapes stand for. */
export function escapedBytes(text: string): number[] {
  return [...text.matchAll(/%([0-9a-fA-F]{2})/g)].map(([, digits = '']) => Number.parseInt(digits, 16))
}

/** The text without its escapes. */
export function unescapedRest(text: string): string {
  return text.replace(/%[0-9a-fA-F]{2}/g, '')
}
