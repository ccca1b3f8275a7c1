/** The registries' answers to the addresses of an input. */
import { realpathSync } from 'node:fs'
import type { JsonObject } from '../../json/json.ts'
import type { LockedImage } from '../../lock/images-lock.ts'
import type { LockAnswer } from '../../lock/update-lock.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { ImageAnswer } from '../../registry/ask-image.ts'
import { askRegistries } from '../../registry/ask-registries.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'
import { LARGEST_NAMED, readFile, UnfitFileError } from '../sources/read-file.ts'
import { UsageError } from '../usage-error.ts'
import type { CollectedImage } from './collect-images.ts'
import { authoritiesByHost, insecureRegistries, mirrorSets, pullSecrets, secretLogins } from './input-access.ts'

/** The options of a command that asks registries. */
export interface AccessOptions {
  readonly shallow?: boolean
  readonly authfile?: string
  readonly useSecrets?: boolean
  readonly mirrors?: string
  readonly ca?: readonly string[]
  readonly insecureRegistry?: readonly string[]
  readonly jobs: number
  readonly timeout: number
}

/** What the input holds, and what of it is to be asked about. */
export interface Question {
  readonly clusters: readonly ClusterPrediction[]
  readonly items: readonly Item[]
  readonly images: readonly CollectedImage[]
  /** What is known, by address: what still is so is not read again. */
  readonly known: ReadonlyMap<string, LockedImage>
  /** What every architecture would get is wanted. */
  readonly inDetail: boolean
}

export interface Answered {
  readonly image: CollectedImage
  readonly answer: ImageAnswer
}

/** What images are made for. */
const ARCHITECTURES = ['amd64', 'arm64', 's390x']

/** Throws a UsageError for a file that was named and can't be used. */
export async function ask(question: Question, options: AccessOptions): Promise<Answered[]> {
  const { clusters, items, images, known, inDetail } = question
  const asked = await askRegistries({
    images: images.map(({ url, host, repository, reference, asked: written }) => ({
      host,
      repository,
      reference,
      asked: inDetail ? [...new Set([...ARCHITECTURES, ...written])] : [],
      ...(!inDetail && refreshed(known.get(url))),
    })),
    shallow: options.shallow ?? false,
    withImporters: inDetail,
    jobs: options.jobs,
    timeout: options.timeout,
    authFile: options.authfile,
    secrets: {
      logins: options.useSecrets ? secretLogins(images, items) : [],
      texts: options.useSecrets ? pullSecrets(items) : [],
    },
    trust: {
      authorities: (options.ca ?? []).map(readNamed),
      byHost: authoritiesByHost(images, items),
      insecureHosts: [...insecureRegistries(clusters), ...(options.insecureRegistry ?? [])],
      environment: process.env,
    },
    mirrors: readMirrors(options.mirrors, items),
  })
  if (!asked.ok) throw new UsageError(`${asked.file ?? options.mirrors ?? 'a file'} can not be used: ${asked.detail}`)
  return asked.answers.flatMap((answer, index) => {
    const image = images[index]
    return image ? [{ image, answer }] : []
  })
}

function refreshed(locked: LockedImage | undefined) {
  if (locked?.digest === undefined) return {}
  const { digest, via } = locked
  return { known: { digest, ...(via !== undefined && { via }) } }
}

/** What a lock says of an answer. */
export function asLockAnswer(answer: ImageAnswer): LockAnswer {
  if (answer.kind === 'unchanged' || answer.kind === 'failure') return { kind: 'kept' }
  const via = answer.via === undefined ? {} : { via: answer.via }
  if (answer.kind === 'none')
    return { kind: 'known', image: { architectures: [], ...via, problems: [{ code: answer.code }] } }
  const { digest, mediaType, architectures, problems } = answer.image
  return {
    kind: 'known',
    image: { digest, mediaType, architectures, ...via, ...(problems.length > 0 && { problems }) },
  }
}

function readMirrors(
  named: string | undefined,
  items: readonly Item[],
): { configuration: string | undefined; objects: JsonObject[] } {
  if (named === undefined) return { configuration: undefined, objects: [] }
  if (named === 'input') return { configuration: undefined, objects: mirrorSets(items) }
  const text = readNamed(named)
  if (!/\.ya?ml$|\.json$/.test(named)) return { configuration: text, objects: [] }
  const read = readManifests(text, named)
  if (!read.ok) throw new UsageError(read.message)
  return { configuration: undefined, objects: mirrorSets(read.items) }
}

function readNamed(path: string): string {
  try {
    return readFile(realpathSync(path), LARGEST_NAMED)
  } catch (error) {
    if (error instanceof UnfitFileError) throw new UsageError(`${JSON.stringify(path)} ${error.message}`)
    if (error instanceof Error && 'syscall' in error) throw new UsageError(error.message)
    throw error
  }
}
