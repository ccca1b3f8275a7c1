/** Replaces the text from `from` to `to`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * The text with the edits made; they must not overlap. Edits at one place are made in the order given. An insert that
 * ends with a line break stands for whole lines: it begins on a line of its own even after a last line without a break,
 * and has none itself at the end of such a text.
 */
export function applyEdits(text: string, edits: readonly Edit[], lineBreak: string): string {
  if (edits.length === 0) return text
  const pieces: string[] = []
  let done = 0
  let openLine = false
  let lastInsert = ''
  for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from)) {
    if (from > done) {
      pieces.push(text.slice(done, from))
      openLine = !text.startsWith('\n', from - 1)
    }
    if (insert !== '') {
      const wholeLines = insert.endsWith(lineBreak)
      if (wholeLines && openLine) pieces.push(lineBreak)
      pieces.push(insert)
      openLine = !wholeLines
    }
    done = to
    lastInsert = insert
  }
  if (done < text.length) pieces.push(text.slice(done))
  const edited = pieces.join('')
  const endsWithOurs = done >= text.length && !openLine && edited !== '' && !text.endsWith('\n') && lastInsert !== ''
  return endsWithOurs ? edited.slice(0, -lineBreak.length) : edited
}
