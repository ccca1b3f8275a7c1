import { evaluate } from '../../evaluate.ts'
import type { ImagesLock } from '../../lock/images-lock.ts'
import { printLock } from '../../lock/print-lock.ts'
import { updateLock } from '../../lock/update-lock.ts'
import type { Outcome } from '../../run.ts'
import { type AccessOptions, type Answered, ask, asLockAnswer } from '../images/ask.ts'
import { collectImages } from '../images/collect-images.ts'
import { lockPath, readLockFile } from '../images/lock-file.ts'
import { now } from '../images/now.ts'
import { printAnswers, printAnswersJson, printFailures } from '../images/print-answers.ts'
import { readInput } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { writeFile } from '../standard-streams.ts'

export interface LockOptions extends AccessOptions, ReadOptions {
  readonly lock?: string
  readonly onlyMissing?: boolean
  /** Nothing is written. */
  readonly check?: boolean
  readonly format: 'text' | 'json'
  readonly platformDetail?: boolean
}

/** Asks the registries about every address of the input, and writes what they say. */
export async function lockImages(paths: readonly string[], options: LockOptions): Promise<Outcome> {
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
    now: now(),
    keepsOthers: options.onlyMissing === true,
  })
  const isChanged = !isSame(file.lock, updated)
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
