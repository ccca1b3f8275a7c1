import { posix } from 'node:path'
import type { Note } from '../../resource-list/manifests/note.ts'
import { isThere } from './look-at.ts'

/** The folder of the Helm chart that each noted file belongs to, for those that belong to one. */
export function chartsOf(notes: readonly Note[]): ReadonlyMap<string, string> {
  const files = new Set(notes.map(({ source }) => source.file))
  return new Map(
    [...files].flatMap((file) => {
      const chart = findChart(file)
      return chart === undefined ? [] : [[file, chart]]
    }),
  )
}

/** The nearest folder above with a `Chart.yaml`. */
function findChart(file: string): string | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (isThere(posix.join(folder, 'Chart.yaml'))) return folder
    if (folder === posix.dirname(folder)) return undefined
  }
}
