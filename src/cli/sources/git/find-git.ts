import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { InputError } from '../../../input-error.ts'

const NAME = process.platform === 'win32' ? 'git.exe' : 'git'

/**
 * The program git. Only whole paths of PATH count: what stands for the working folder, as on Windows it does unasked,
 * could be a program that came with the clone.
 */
export function findGit(path = process.env.PATH ?? ''): string {
  const folder = path.split(delimiter).find((entry) => isAbsolute(entry) && isExecutable(join(entry, NAME)))
  if (folder === undefined) throw new InputError('git must be there to read a revision, and is nowhere in PATH')
  return join(folder, NAME)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
