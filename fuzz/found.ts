/** Inputs that were found once: files that a test replays through every property. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from './property.ts'

const FOLDER = 'test/fixtures/found'
const UNDISTURBED = '.undisturbed'

/** Gives the name of the file. */
export function writeFound(property: string, { text, undisturbed }: Input, folder = FOLDER): string {
  mkdirSync(folder, { recursive: true })
  const name = join(folder, `${property}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.yaml`)
  writeFileSync(name, text)
  if (undisturbed !== undefined) writeFileSync(name + UNDISTURBED, undisturbed)
  return name
}

/** By file name. */
export function readFound(folder = FOLDER): Map<string, Input> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : []
  return new Map(files.sort().map((file) => [file, readInput(join(folder, file))]))
}

function readInput(file: string): Input {
  const text = readFileSync(file, 'utf8')
  return existsSync(file + UNDISTURBED) ? { text, undisturbed: readFileSync(file + UNDISTURBED, 'utf8') } : { text }
}
