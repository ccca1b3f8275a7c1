import { Command, CommanderError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { guardAsync } from './guard.ts'
import { type RenderOptions, render } from './render.ts'

const USAGE_ERROR = 2

const program = new Command('golden-images')
  .description(packageFile.description)
  .version(packageFile.version)
  .exitOverride()
  .addHelpText(
    'after',
    '\nWithout a command, and with a ResourceList on stdin, the program is the KRM function for kustomize and kpt.',
  )

program
  .command('render')
  .description('print the DataImportCrons that the operators would make of the manifests')
  .argument('[path...]', 'files, folders, globs, or - for stdin')
  .option('-c, --config <file>', 'the configuration (default: the nearest golden-images.yaml above the input)')
  .option('--resource-list', 'print the whole ResourceList with its results')
  .addHelpText(
    'after',
    '\nExit codes: 0 rendered; 1 a finding reaches `failOn`; 2 usage or configuration error; 3 the input can not be read.',
  )
  .action(async (paths: string[], options: RenderOptions) => {
    const input = paths.length === 0 && !process.stdin.isTTY ? ['-'] : paths
    if (input.length === 0) program.error('error: name files or folders, or give manifests on stdin')
    process.exitCode = await guardAsync(() => render(input, options))
  })

async function main(): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end here as well, with the exit code 0.
    process.exitCode = error.exitCode === 0 || error.code === 'commander.helpDisplayed' ? 0 : USAGE_ERROR
  }
}

void main()
