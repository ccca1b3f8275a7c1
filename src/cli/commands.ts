import { Command, CommanderError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { registerCheck } from './check.ts'
import { registerCompletion } from './completion.ts'
import { registerDiff } from './diff.ts'
import { registerExplain } from './explain.ts'
import { registerRender } from './render.ts'

const USAGE_ERROR = 2

const program = new Command('golden-images')
  .description(packageFile.description)
  .version(packageFile.version)
  .exitOverride()
  .addHelpText(
    'after',
    '\nWithout a command, and with a ResourceList on stdin, the program is the KRM function for kustomize and kpt.',
  )

registerRender(program)
registerCheck(program)
registerExplain(program)
registerDiff(program)
registerCompletion(program)

async function main(): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end here as well, with the exit code 0; help without a command is no error either.
    process.exitCode = error.exitCode === 0 || error.code === 'commander.help' ? 0 : USAGE_ERROR
  }
}

void main()
