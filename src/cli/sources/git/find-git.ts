import { InputError } from '../../../input-error.ts'
import { findProgram } from '../../find-program.ts'

const NAME = process.platform === 'win32' ? 'git.exe' : 'git'

/** The program git. Throws an InputError when it is nowhere. */
export function findGit(path = process.env.PATH ?? ''): string {
  const program = findProgram(NAME, path)
  if (program === undefined) throw new InputError('git must be there to read a revision, and is nowhere in PATH')
  return program
}
