import { count } from '../../rules/support/wording.ts'
import { printable } from '../text/printable.ts'

/** What was searched, and what of it was read. */
export interface FilesRead {
  readonly clusters: number
  /** That speak of golden images, or are named. */
  readonly files: readonly string[]
  /** How many were looked at. */
  readonly seen: number
  /** What was left out by somebody's wish. */
  readonly skipped: readonly Skipped[]
  /** Whether each is to be named. */
  readonly isListed: boolean
}

export interface Skipped {
  readonly path: string
  readonly reason: 'is ignored by git' | 'is excluded'
}

/** `1 cluster in 2 of 31 files; 3 ignored by git, 1 excluded`; where it is asked for, each file by its name. */
export function describeFilesRead({ clusters, files, seen, skipped, isListed }: FilesRead): string[] {
  const ignored = skipped.filter(({ reason }) => reason === 'is ignored by git')
  const excluded = skipped.filter(({ reason }) => reason === 'is excluded')
  const groups = [
    [ignored, 'ignored by git'],
    [excluded, 'excluded'],
  ] as const
  const left = groups.flatMap(([paths, words]) => (paths.length > 0 ? [`${paths.length} ${words}`] : []))
  const of = seen > files.length ? `${files.length} of ${count(seen, 'file')}` : count(files.length, 'file')
  const summary = [`${count(clusters, 'cluster')} in ${of}`, ...(left.length > 0 ? [left.join(', ')] : [])].join('; ')
  if (!isListed) return [summary]
  const paths = skipped.map(({ path, reason }) => `${path} ${reason}`)
  return [summary, ...files, ...paths].map(printable)
}
