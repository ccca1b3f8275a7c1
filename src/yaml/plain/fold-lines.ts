/** Lines of a flow scalar, without the white space around them, as one text: a line break is a blank, an empty line a line break. */
export function foldLines(lines: readonly string[]): string {
  let folded = ''
  let breaks = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0) breaks++
    if (line === '' && index > 0 && index < lines.length - 1) continue
    folded += (breaks > 1 ? '\n'.repeat(breaks - 1) : breaks === 1 ? ' ' : '') + line
    breaks = 0
  }
  return folded
}
