import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runProcess } from '../examples/run-process.ts'
import { ROOT } from '../examples/tools.ts'
import { copyTrackedFiles, withFolder } from '../examples/working-copy.ts'

/** Hands over a clone of the project, installed, in a folder of that name. */
export function withClone<T>(name: string, act: (folder: string) => T): T {
  return withFolder((parent) => {
    const folder = join(parent, name)
    mkdirSync(folder)
    copyTrackedFiles(ROOT, folder)
    symlinkSync(resolve(ROOT, 'node_modules'), join(folder, 'node_modules'))
    return act(folder)
  })
}

/** What a script of the project prints when it is run in the folder. */
export function outputOf(folder: string, ...args: string[]): string {
  const { exitCode, stdout, stderr } = runProcess(process.execPath, args, { cwd: folder })
  if (exitCode !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return stdout
}
