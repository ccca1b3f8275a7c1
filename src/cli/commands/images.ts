import { type Command, InvalidArgumentError, Option } from 'commander'
import { FORMAT_NAMES } from '../../formats/findings/index.ts'
import { guardAsync } from '../guard.ts'
import { type LockOptions, lockImages } from './images-lock.ts'
import { type VerifyOptions, verifyImages } from './images-verify.ts'
import { inputPaths, PATHS, PATHS_HELP, withFileOptions } from './input-paths.ts'

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1 || number > 3600) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 3600.')
  }
  return number
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value]
}

/** How registries are asked. */
function withAccess(command: Command): Command {
  return command
    .option('--lock <file>', 'the lock (default: golden-images.lock.yaml beside the configuration, else here)')
    .option('--shallow', 'believe what an index says of itself; its configurations are not read')
    .option('--authfile <file>', "logins (default: podman's and Docker's)")
    .option('--use-secrets', 'also logins of Secrets in the input')
    .option(
      '--mirrors <file>',
      'ask the mirrors of a registries.conf or of mirror sets in YAML; `input`: of those in the input',
    )
    .option('--ca <file>', 'certificates of authorities, besides those of the system (repeatable)', collect)
    .option(
      '--insecure-registry <host[:port]>',
      'its certificate counts for nothing, and it may speak plain HTTP (repeatable)',
      collect,
    )
    .option('--jobs <number>', 'requests at once, for each registry', positive, 8)
    .option('--timeout <seconds>', 'for an answer', positive, 60)
}

export function registerImages(program: Command): void {
  const images = program.command('images').description("what registries have of the manifests' images")
  const lock = images
    .command('lock')
    .description('ask registries which architectures CDI could import, and write that down')
  const verify = images.command('verify').description('hold the manifests against what the lock says of their images')
  for (const command of [lock, verify]) {
    withFileOptions(command).argument(PATHS, PATHS_HELP)
  }
  withAccess(lock)
    .option('--only-missing', 'ask only about what the lock lacks')
    .option('--check', 'write nothing; exit with 1 when the lock would change')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--platform-detail', 'for each architecture the manifest that CDI would import, or the problem')
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well; 1 an image is gone or can not be imported, or with --check the lock would change; 2 usage or configuration error, or the lock or a file of logins can not be used; 3 a registry could not be asked (what could be is written), or the input can not be read.',
    )
    .action(async (paths: string[], options: LockOptions) => {
      process.exitCode = await guardAsync(() => lockImages(inputPaths(paths), options))
    })
  withAccess(verify)
    .option('--online', 'ask the registries as well, and tell where the lock is old; nothing is written')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(FORMAT_NAMES).default('text'))
    .addHelpText(
      'after',
      '\nExit codes: 0 no finding reaches `failOn`; 1 one does; 2 usage or configuration error, or there is no lock; 3 a registry could not be asked, or the input can not be read.',
    )
    .action(async (paths: string[], options: VerifyOptions) => {
      process.exitCode = await guardAsync(() => verifyImages(inputPaths(paths), options))
    })
}
