import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ImagesLock } from '../../lock/images-lock.ts'
import { printLock } from '../../lock/print-lock.ts'
import { updateLock } from '../../lock/update-lock.ts'
import { evaluate, type Outcome } from '../../run.ts'
import { guardAsync } from '../guard.ts'
import { type AccessOptions, type Answered, ask, asLockAnswer } from '../images/ask.ts'
import { collectImages } from '../images/collect-images.ts'
import { lockPath, readLockFile } from '../images/lock-file.ts'
import { printAnswers, printAnswersJson, printFailures } from '../images/print-answers.ts'
import { readInput } from '../sources/read-input.ts'
import { writeFile } from '../standard-streams.ts'
import { CONFIG, CONFIG_HELP, inputPaths, PATHS, PATHS_HELP } from './input-paths.ts'

interface LockOptions extends AccessOptions {
  readonly config?: string
  readonly lock?: string
  readonly onlyMissing?: boolean
  /** Nothing is written. */
  readonly check?: boolean
  readonly format: 'text' | 'json'
  readonly platformDetail?: boolean
}

/** Asks the registries about every address of the input, and writes what they say. */
async function lock(paths: readonly string[], options: LockOptions): Promise<Outcome> {
  const read = await readInput(paths, options)
  if (!read.ok) return read.outcome
  const { items, texts, configurations } = read.input
  const { clusters } = evaluate(items, configurations.settings, texts)
  const file = readLockFile(lockPath(options.lock, configurations.whole?.file))
  const collected = collectImages(clusters, items)
  const known = new Map(file.lock.images.map((image) => [image.url, image]))
  const images = options.onlyMissing ? collected.images.filter(({ url }) => !known.has(url)) : collected.images
  const inDetail = options.platformDetail === true || options.format === 'json'
  const answers = await ask({ clusters, items, images, known, inDetail }, options)
  const updated = updateLock(file.lock, {
    answers: new Map(answers.map(({ image, answer }) => [image.url, asLockAnswer(answer)])),
    imageStreams: collected.imageStreams,
    now: `${new Date().toISOString().slice(0, 19)}Z`,
    keepsOthers: options.onlyMissing === true,
  })
  const isChanged = !isSame(file.lock, updated) || (!file.exists && answers.length > 0)
  if (isChanged && !options.check) writeFile(file.path, printLock(updated))
  const locked = new Map(updated.images.map((image) => [image.url, image]))
  const report = { lock: file.path, isChanged, answers, locked, skipped: collected.skipped }
  return {
    exitCode: exitCodeOf(answers, updated, isChanged && options.check === true),
    stdout: options.format === 'json' ? printAnswersJson(report) : printAnswers(report, inDetail),
    stderr: printFailures(answers),
  }
}

function isSame(before: ImagesLock, after: ImagesLock): boolean {
  return printLock(before) === printLock(after)
}

/** 3 before 1: then another run may say more. */
function exitCodeOf(answers: readonly Answered[], updated: ImagesLock, wouldChange: boolean): 0 | 1 | 3 {
  if (answers.some(({ answer }) => answer.kind === 'failure')) return 3
  return wouldChange || updated.images.some(({ architectures }) => architectures.length === 0) ? 1 : 0
}

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
  withAccess(
    images
      .command('lock')
      .description('ask registries which architectures CDI could import, and write that down')
      .argument(PATHS, PATHS_HELP)
      .option(CONFIG, CONFIG_HELP),
  )
    .option('--only-missing', 'ask only about what the lock lacks')
    .option('--check', 'write nothing; exit with 1 when the lock would change')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--platform-detail', 'for each architecture the manifest that CDI would import, or the problem')
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well; 1 an image is gone or can not be imported, or with --check the lock would change; 2 usage or configuration error, or the lock or a file of logins can not be used; 3 a registry could not be asked (what could be is written), or the input can not be read.',
    )
    .action(async (paths: string[], options: LockOptions) => {
      process.exitCode = await guardAsync(() => lock(inputPaths(paths), options))
    })
}
