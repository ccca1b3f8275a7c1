import packageFile from '../../../package.json' with { type: 'json' }
import { changeEach } from '../../config/cluster-settings.ts'
import { evaluate } from '../../evaluate.ts'
import { locateFindings } from '../../findings/locate-findings.ts'
import { FORMATS, type FormatName } from '../../formats/findings/index.ts'
import type { Report } from '../../formats/findings/report.ts'
import type { ImagesLock } from '../../lock/images-lock.ts'
import { printLock } from '../../lock/print-lock.ts'
import { updateLock } from '../../lock/update-lock.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'
import { IMAGE_RULES, RULES } from '../../rules/index.ts'
import { countImages, type Outcome } from '../../run.ts'
import { type AccessOptions, type Answered, ask, asLockAnswer } from '../images/ask.ts'
import { collectImages } from '../images/collect-images.ts'
import { lockPath, readLockFile } from '../images/lock-file.ts'
import { now } from '../images/now.ts'
import { printFailures } from '../images/print-answers.ts'
import { type Input, readInput } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { isColorful } from '../standard-streams.ts'
import { UsageError } from '../usage-error.ts'
import { basisOf } from './basis-of.ts'

export interface VerifyOptions extends AccessOptions, ReadOptions {
  readonly lock?: string
  readonly online?: boolean
  readonly format: FormatName
}

/** Every other rule is silent here. */
const OTHERS_OFF = Object.fromEntries(
  RULES.filter((rule) => !IMAGE_RULES.includes(rule)).map(({ id }) => [id, 'off' as const]),
)

/** Holds the manifests against the lock, and the lock against the registries where that is wanted. */
export async function verifyImages(paths: readonly string[], options: VerifyOptions): Promise<Outcome> {
  const read = await readInput(paths, options)
  if (!read.ok) return read.outcome
  const { configurations, reading } = read.input
  const file = readLockFile(lockPath(options.lock, configurations.whole?.file))
  const isLocked = file.text !== undefined || read.input.items.some(({ kind }) => kind === 'ImagesLock')
  if (!isLocked && !options.online) {
    throw new UsageError(
      `there must be a lock, as ${JSON.stringify(file.path)}: write it with \`golden-images images lock\``,
    )
  }
  const locks = file.text === undefined ? [] : itemsOf(file.text, file.path)
  const texts = new Map([...read.input.texts, ...(file.text === undefined ? [] : [[file.path, file.text] as const])])
  const items = [...read.input.items, ...locks]
  const answers = options.online ? await askAgain(read.input, items, file.lock, options) : []
  const seen = itemsOf(printLock(observed(file.lock, answers)), '')
  const settings = changeEach(configurations.settings, (one) => ({ ...one, rules: { ...one.rules, ...OTHERS_OFF } }))
  const evaluation = evaluate([...items, ...(answers.length > 0 ? seen : [])], settings, texts, reading)
  const report: Report = {
    version: packageFile.version,
    findings: locateFindings(evaluation.findings),
    images: countImages(evaluation),
    sources: texts,
    ...basisOf(read.input, evaluation.clusters),
  }
  const hasFailed = answers.some(({ answer }) => answer.kind === 'failure')
  return {
    exitCode: hasFailed ? 3 : evaluation.failed ? 1 : 0,
    stdout: FORMATS[options.format](report, { color: isColorful() }),
    stderr: printFailures(answers),
  }
}

function askAgain(
  { configurations, texts }: Input,
  items: readonly Item[],
  lock: ImagesLock,
  options: VerifyOptions,
): Promise<Answered[]> {
  const { clusters } = evaluate(items, configurations.settings, texts)
  const { images } = collectImages(clusters, items)
  const known = new Map(lock.images.map((image) => [image.url, image]))
  return ask({ clusters, items, images, known, inDetail: false }, options)
}

/** What is other than the lock says. */
function observed(lock: ImagesLock, answers: readonly Answered[]): ImagesLock {
  const known = answers.map(({ image, answer }) => [image.url, asLockAnswer(answer)] as const)
  const moved = new Map(known.filter(([, { kind }]) => kind === 'known'))
  const { images } = updateLock(lock, { answers: moved, imageStreams: [], now: now(), keepsOthers: false })
  return { images, imageStreams: [] }
}

function itemsOf(text: string, file: string): readonly Item[] {
  const read = readManifests(text, file)
  return read.ok ? read.items : []
}
