/** An example as an orchestrator renders it, with the function, without it, and with one that records what it is handed. */
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, resolve } from 'node:path'
import { EXAMPLES } from '../test/examples/tools.ts'
import { WORK } from './paths.ts'
import { type Command, measureWithNode } from './stopwatch.ts'

export interface Orchestrator {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly example: string
  /** The file that names the function, and the field of it, its last one. */
  readonly declaration: { readonly file: string; readonly field: string }
}

export interface Orchestrated {
  readonly withFunction: (program: string) => Command
  readonly withoutFunction: Command
  /** The ResourceList that the orchestrator hands over. */
  readonly list: string
}

const FOLDER = resolve(WORK, 'renders')
const NAME = 'golden-images'
const RECORDER = `#!/bin/sh
tee "$RECORDED" | "$FUNCTION"
`

export function orchestrate(orchestrator: Orchestrator, anyFunction: string): Orchestrated {
  const { example, program, args, declaration } = orchestrator
  const folder = copyOf(example, example)
  const withoutFunction = copyOf(example, `${example}-without`)
  cutField(resolve(withoutFunction, declaration.file), declaration.field)
  const render = (target: string, env: Command['env']): Command => ({ program, args: [...args, target], env })
  const list = resolve(FOLDER, `${example}.list.yaml`)
  const recording = { PATH: pathTo(recorder()), RECORDED: list, FUNCTION: anyFunction }
  measureWithNode(render(folder, recording), '/dev/null')
  return {
    withFunction: (file) => render(folder, { PATH: pathTo(installed(file)) }),
    withoutFunction: render(withoutFunction, {}),
    list,
  }
}

function copyOf(example: string, name: string): string {
  const copy = resolve(FOLDER, name)
  rmSync(copy, { recursive: true, force: true })
  cpSync(resolve(EXAMPLES, example), copy, { recursive: true })
  return copy
}

function cutField(file: string, field: string): void {
  const text = readFileSync(file, 'utf8')
  const start = text.indexOf(`\n${field}:`)
  if (start < 0) throw new Error(`${file} has no field ${field}`)
  writeFileSync(file, text.slice(0, start + 1))
}

/** A folder that has the program under the name by which the examples call it. */
function installed(program: string): string {
  const folder = resolve(FOLDER, `with-${basename(program)}`)
  mkdirSync(folder, { recursive: true })
  rmSync(resolve(folder, NAME), { force: true })
  symlinkSync(program, resolve(folder, NAME))
  return folder
}

function recorder(): string {
  const folder = resolve(FOLDER, 'with-recorder')
  mkdirSync(folder, { recursive: true })
  writeFileSync(resolve(folder, NAME), RECORDER)
  chmodSync(resolve(folder, NAME), 0o755)
  return folder
}

/** This Node is the one that the Node build finds. */
function pathTo(folder: string): string {
  return [folder, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter)
}
