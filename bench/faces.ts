/** The ways in which people run the program, each on one input. */
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Attempt } from './build.ts'
import { findOurs } from './contenders.ts'
import type { Dimension } from './inputs/dimensions.ts'
import { PROGRAM, ROOT, WORK, writeFolder, writeInput } from './paths.ts'
import type { Command } from './stopwatch.ts'

export interface Face {
  readonly name: string
  readonly prepare: (dimension: Dimension, count: number) => { readonly command: Command; readonly input: string }
}

const FORMATS = ['json', 'sarif', 'junit', 'github', 'markdown']

export function findFaces(): readonly Attempt<Face>[] {
  return [...findFunctions(), ...findCommands()]
}

function findFunctions(): readonly Attempt<Face>[] {
  return findOurs().map((found) => {
    if (!found.ok) return found
    const { name, command } = found.value
    return { ok: true, value: { name, prepare: (dimension, count) => ({ command, input: write(dimension, count) }) } }
  })
}

function findCommands(): readonly Attempt<Face>[] {
  if (!existsSync(PROGRAM)) return [{ ok: false, reason: `no ${relative(ROOT, PROGRAM)}; \`npm run build\` makes it` }]
  // Every format in one run: each has its own way to be slow.
  const outputs = FORMATS.flatMap((format) => ['--format', format, '--output', resolve(WORK, `report.${format}`)])
  return [
    { ok: true, value: onOne('check', (path) => ['check', path, '--format', 'text', ...outputs]) },
    { ok: true, value: onOne('explain', (path) => ['explain', path]) },
    {
      ok: true,
      value: {
        name: 'diff',
        prepare: (dimension, count) => {
          const input = write(dimension, count)
          return run(['diff', target(dimension, write(dimension, 1)), target(dimension, input)], input)
        },
      },
    },
  ]
}

function onOne(name: string, args: (path: string) => readonly string[]): Face {
  return {
    name,
    prepare: (dimension, count) => {
      const input = write(dimension, count)
      return run(args(target(dimension, input)), input)
    },
  }
}

function run(args: readonly string[], input: string) {
  return { command: { program: process.execPath, args: [PROGRAM, ...args] }, input }
}

/** The list for stdin. */
function write(dimension: Dimension, count: number): string {
  return writeInput(`${dimension.name.replaceAll(/[^A-Za-z]+/g, '-')}-${count}`, dimension.text(count))
}

/** What a command is told to read: that list, or a folder with its items. */
function target({ files }: Dimension, input: string): string {
  return files ? writeFolder(input) : input
}
