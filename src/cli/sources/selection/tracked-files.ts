import { dirname, join } from 'node:path'
import { InputError } from '../../../input-error.ts'
import { callGit } from '../git/call-git.ts'

/** The settings of nobody but the repository count, as they do where its patterns are read. */
const WORDS = ['-c', 'core.excludesFile=', 'ls-files', '--cached', '--ignored', '--exclude-standard', '-z']
const MOST = 1 << 24
/** Without an answer nothing is known of what it tracks. */
const PATIENCE = 5_000

/**
 * The files that git tracks though patterns ignore them, and the folders above them: git reads these, too. Nothing where
 * there is no git to ask.
 */
export function trackedThoughIgnored(root: string): ReadonlySet<string> {
  const files = list(root).map((file) => join(root, file))
  const paths = new Set(files)
  for (const file of files) {
    for (let folder = dirname(file); folder !== root && !paths.has(folder); folder = dirname(folder)) paths.add(folder)
  }
  return paths
}

function list(root: string): string[] {
  try {
    const { output } = callGit({ root, prefix: '' }, WORDS, { most: MOST, milliseconds: PATIENCE })
    return output
      .toString()
      .split('\0')
      .filter((file) => file !== '')
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}
