/** `line L, column C`, both from 1, of an offset in the text. */
export function locate(text: string, offset: number): string {
  const end = Math.min(offset, text.length)
  let line = 1
  let start = 0
  for (let lineFeed = text.indexOf('\n'); lineFeed !== -1 && lineFeed < end; lineFeed = text.indexOf('\n', start)) {
    line++
    start = lineFeed + 1
  }
  return `line ${line}, column ${end - start + 1}`
}
