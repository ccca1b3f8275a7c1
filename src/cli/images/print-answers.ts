import { printJsonText } from '../../formats/text/json-text.ts'
import { printable } from '../../formats/text/printable.ts'
import type { LockedImage } from '../../lock/images-lock.ts'
import type { Imported } from '../../registry/import-wish.ts'
import type { Answered } from './ask.ts'
import type { CollectedImages } from './collect-images.ts'
import { describeFailure } from './failure-words.ts'

export interface AnswersReport {
  /** Path of the lock. */
  readonly lock: string
  readonly isChanged: boolean
  readonly answers: readonly Answered[]
  /** What the lock says now, by address. */
  readonly locked: ReadonlyMap<string, LockedImage>
  readonly skipped: CollectedImages['skipped']
}

/** A line for each address, and below it one for each architecture where they are wanted. */
export function printAnswers({ answers, locked, skipped }: AnswersReport, inDetail: boolean): string {
  const lines = answers.flatMap(({ image, answer }) => {
    const known = locked.get(image.url)
    const shown = known ? describeImage(known) : 'not known'
    const below = inDetail && answer.kind === 'image' ? describePlatforms(answer.image.platforms) : []
    return [`${image.url}: ${shown}`, ...below]
  })
  return [...lines, ...skipped.map(({ url, reason }) => `${url}: not asked, ${reason}`), '']
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .map(printable)
    .join('\n')
}

function describeImage({ architectures, problems = [] }: LockedImage): string {
  const why = problems.map(({ code, architecture, config }) =>
    [code, architecture, config === undefined ? undefined : `is ${config || 'nothing'}`].filter(Boolean).join(' '),
  )
  const shown = architectures.length > 0 ? architectures.join(', ') : 'no architecture'
  return why.length > 0 ? `${shown} (${why.join('; ')})` : shown
}

function describePlatforms(platforms: ReadonlyMap<string, Imported>): string[] {
  return [...platforms].map(
    ([architecture, imported]) => `  ${architecture}: ${imported.ok ? imported.manifest : imported.code}`,
  )
}

/** What could not be asked, for stderr. */
export function printFailures(answers: readonly Answered[]): string {
  return answers
    .map(({ image, answer }) =>
      answer.kind === 'failure'
        ? `${printable(`${image.url}: ${answer.code}: ${describeFailure(answer.code, answer.facts)}`)}\n`
        : '',
    )
    .join('')
}

export function printAnswersJson({ lock, isChanged, answers, locked, skipped }: AnswersReport): string {
  return printJsonText({
    lock,
    changed: isChanged,
    images: answers.map(({ image: { url, host, repository, reference }, answer }) => ({
      url,
      host,
      repository,
      reference,
      ...toJson(locked.get(url)),
      ...(answer.kind === 'image' && {
        platforms: platformsJson(answer.image.platforms),
        withoutPlatform: platformsJson(answer.image.importers),
      }),
      ...((answer.kind === 'failure' || answer.kind === 'none') && {
        [answer.kind === 'failure' ? 'failure' : 'fact']: {
          code: answer.code,
          ...answer.facts,
          message: describeFailure(answer.code, answer.facts),
        },
      }),
    })),
    skipped,
  })
}

function toJson(locked: LockedImage | undefined) {
  return locked ? { ...locked, architectures: [...locked.architectures] } : {}
}

function platformsJson(platforms: ReadonlyMap<string, Imported>) {
  return [...platforms].map(([architecture, imported]) => ({
    architecture,
    manifest: imported.manifest,
    ...(!imported.ok && { problem: imported.code }),
    ...(!imported.ok && imported.config !== undefined && { config: imported.config }),
  }))
}
