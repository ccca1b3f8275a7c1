import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * The file of a program. Only whole paths of PATH count: what stands for the working folder, as on Windows it does unasked,
 * could be a program that came with a clone. Undefined when it is nowhere.
 */
export function findProgram(name: string, path: string): string | undefined {
  const folder = path.split(delimiter).find((entry) => isAbsolute(entry) && isExecutable(join(entry, name)))
  return folder && join(folder, name)
}

/** Whether it is a file that may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
