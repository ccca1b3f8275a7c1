import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const BENCH = import.meta.dirname
export const ROOT = resolve(BENCH, '..')
/** What is made here and can be made again; git ignores it. */
export const WORK = resolve(ROOT, 'build/bench')

export const EXECUTABLE = resolve(ROOT, `dist/golden-images-fn-${process.platform}-${process.arch}`)
export const NODE_BUILD = resolve(ROOT, 'dist/golden-images-fn.cjs')
export const PROGRAM = resolve(ROOT, 'dist/golden-images.cjs')

/** Writes an input and gives its path. */
export function writeInput(name: string, text: string): string {
  const folder = resolve(WORK, 'inputs')
  mkdirSync(folder, { recursive: true })
  const path = resolve(folder, `${name}.yaml`)
  writeFileSync(path, text)
  return path
}

/** Writes a folder with each item of a list in a file of its own, and gives its path. */
export function writeFolder(list: string): string {
  const folder = list.replace(/\.yaml$/, '.files')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const [, items = ''] = readFileSync(list, 'utf8').split(/^items:\n|^functionConfig:\n/m)
  for (const [index, item] of items.split(/^(?=- )/m).entries()) {
    writeFileSync(resolve(folder, `${index}.yaml`), item.replace(/^- /, '  ').replaceAll(/^ {2}/gm, ''))
  }
  return folder
}
