import { CARRIAGE_RETURN, HASH, LINE_FEED, SPACE } from './char-codes.ts'

/** The start of the line after the one that holds `pos`; the end of the text when there is none. */
export function nextLine(text: string, pos: number): number {
  const lineFeed = text.indexOf('\n', pos)
  return lineFeed === -1 ? text.length : lineFeed + 1
}

/** The first line, from that at `pos` on, that does not begin with the prefix. Most lines of a text are skipped here. */
export function skipLinesThatBeginWith(text: string, pos: number, prefix: string): number {
  let line = pos
  while (text.startsWith(prefix, line)) {
    const lineFeed = text.indexOf('\n', line)
    if (lineFeed === -1) return text.length
    line = lineFeed + 1
  }
  return line
}

export function skipSpaces(text: string, pos: number): number {
  let at = pos
  while (text.charCodeAt(at) === SPACE) at++
  return at
}

/** Whether a line ends at `pos`. A lone carriage return was refused before any scan. */
export function isLineEnd(text: string, pos: number): boolean {
  if (pos >= text.length) return true
  const code = text.charCodeAt(pos)
  return code === LINE_FEED || code === CARRIAGE_RETURN
}

/** The first line, from that at `line` on, that is neither blank nor a comment; the end of the text when there is none. */
export function nextContent(text: string, line: number): number {
  let next = line
  while (next < text.length) {
    const at = skipSpaces(text, next)
    if (!isLineEnd(text, at) && text.charCodeAt(at) !== HASH) return next
    next = nextLine(text, at)
  }
  return next
}

/** Whether an indicator such as `-` or `:` just before `pos` stands alone, so that it is one. */
export function isSpaceOrLineEnd(text: string, pos: number): boolean {
  return text.charCodeAt(pos) === SPACE || isLineEnd(text, pos)
}

/** The line break that the text uses: that of its first line. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const lineFeed = text.indexOf('\n')
  return lineFeed > 0 && text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN ? '\r\n' : '\n'
}
