import { Command, CommanderError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import type { Outcome } from '../run.ts'
import { registerCheck } from './commands/check.ts'
import { registerCompletion } from './commands/completion.ts'
import { registerDiff } from './commands/diff.ts'
import { registerExplain } from './commands/explain.ts'
import { registerImages } from './commands/images.ts'
import { registerRender } from './commands/render.ts'
import { guard, misused } from './guard.ts'

/** Help, and what is wrong with the command line: said at the end, as every outcome is. */
const said = { stdout: '', stderr: '' }

const program = new Command('golden-images')
  .description(packageFile.description)
  .version(packageFile.version)
  .exitOverride()
  .configureOutput({
    writeOut: (text) => {
      said.stdout += text
    },
    writeErr: (text) => {
      said.stderr += text
    },
    outputError: (text, write) => write(misused(onOneLine(text)).stderr),
  })
  .addHelpText(
    'after',
    '\nWithout a command, and with a ResourceList on stdin, the program is the KRM function for kustomize and kpt.',
  )

registerRender(program)
registerCheck(program)
registerExplain(program)
registerDiff(program)
registerImages(program)
registerCompletion(program)

/** `error: unknown command 'chekc'`, and on a line of its own what it may have meant. */
function onOneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .replace(/\n$/, '')
    .replace(/\n(?=\(Did you mean [^\n]*\)$)/, ' ')
}

async function main(): Promise<void> {
  // Should it end before there is an outcome, that was a failure.
  process.exitCode = 3
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = guard(() => outcomeOf(error))
  }
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof CommanderError)) throw error
  if (said.stderr === '') return { exitCode: 0, ...said }
  // Help that nobody asked for: without a command it is no error; `help` of a command that is not there is one.
  if (error.code !== 'commander.help') return { exitCode: 2, ...said }
  const [, unknown] = program.args
  return unknown === undefined ? { exitCode: 0, ...said } : misused(`unknown command '${unknown}'`)
}

void main()
