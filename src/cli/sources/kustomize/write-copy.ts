import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { JsonObject } from '../../../json/json.ts'
import type { Forest } from './forest.ts'
import { keepLocalConfig } from './local-config.ts'

/**
 * Writes what the builds of these kustomizations read into an empty folder: regular files, and links within it. Of a
 * kustomization it is the value that is given for it.
 */
export function writeCopy(forest: Forest, values: ReadonlyMap<string, JsonObject>, target: string): void {
  const at = (path: string) => join(target, path)
  const made = new Set<string>()
  const makeFolder = (path: string) => {
    if (!made.has(path)) mkdirSync(path, { recursive: true })
    made.add(path)
  }
  const write = (path: string, text: string) => {
    makeFolder(dirname(at(path)))
    writeFileSync(at(path), keepLocalConfig(text))
  }
  const files = new Set<string>()
  for (const [folder, value] of values) {
    makeFolder(at(folder))
    for (const { kind, path } of forest.uses.get(folder) ?? []) {
      if (kind === 'file') files.add(path)
      else makeFolder(at(path))
    }
    write(posix.join(folder, 'kustomization.yaml'), JSON.stringify(value))
  }
  for (const file of files) write(file, forest.texts.get(file) ?? '')
  for (const [link, to] of forest.links) {
    makeFolder(dirname(at(link)))
    symlinkSync(posix.relative(posix.dirname(link), to) || '.', at(link))
  }
}
