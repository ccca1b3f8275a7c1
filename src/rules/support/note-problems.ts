import type { Problem } from '../../findings/finding.ts'
import { indexLines, positionOf } from '../../findings/index-lines.ts'
import { groupBy } from '../../json/group-by.ts'
import type { Note } from '../../resource-list/manifests/note.ts'

/** A problem for each note, at its place; the lines of each source are read once. */
export function noteProblems(notes: readonly Note[], tell: (note: Note) => string): Problem[] {
  return [...groupBy(notes, ({ source }) => source)].flatMap(([{ file, text }, members]) => {
    const place = indexLines(text)
    return members.map((note) => {
      const { start, end } = note.slice
      return { position: positionOf(file, start, end, place), message: tell(note) }
    })
  })
}
