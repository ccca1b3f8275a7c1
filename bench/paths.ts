import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const BENCH = import.meta.dirname
export const ROOT = resolve(BENCH, '..')
/** What is made here and can be made again; git ignores it. */
export const WORK = resolve(ROOT, 'build/bench')

export const EXECUTABLE = resolve(ROOT, `dist/golden-images-fn-${process.platform}-${process.arch}`)
export const NODE_BUILD = resolve(ROOT, 'dist/golden-images-fn.cjs')

/** Writes an input and gives its path. */
export function writeInput(name: string, text: string): string {
  const folder = resolve(WORK, 'inputs')
  mkdirSync(folder, { recursive: true })
  const path = resolve(folder, `${name}.yaml`)
  writeFileSync(path, text)
  return path
}
