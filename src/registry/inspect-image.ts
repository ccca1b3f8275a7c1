/** What CDI could import of one image, found out by reading what CDI would read. */

import { compareBytes } from '../kubernetes/byte-order.ts'
import { IMPORTERS, type Wish, wishFor, wishOf } from '../operators/cdi/choose-image.ts'
import type { MediaType } from '../operators/cdi/manifest.ts'
import { DocumentReader, type ImageSource, type ManifestDocument } from './image-documents.ts'
import { type Imported, importWish } from './import-wish.ts'
import { offeredNames } from './offered-names.ts'

/** A fact about an image that keeps an architecture, or all of them, from being imported. */
interface ImageProblem {
  readonly code: string
  readonly architecture?: string
  /** What the configuration says instead; `''` for nothing. */
  readonly config?: string
}

export interface InspectedImage {
  /** Of the bytes that the reference led to. */
  readonly digest: string
  readonly mediaType: MediaType
  /** What CDI could import, sorted. */
  readonly architectures: readonly string[]
  /** By architecture, then by code; at most 20. */
  readonly problems: readonly ImageProblem[]
  /** For each architecture that was tried what an import of it would meet. */
  readonly platforms: ReadonlyMap<string, Imported>
  /** What an import that asks for none would take, by the architecture of the importer's machine. */
  readonly importers: ReadonlyMap<string, Imported>
}

export interface InspectOptions {
  /** Believes the index: its configurations are not read. */
  readonly shallow?: boolean
  /** Architectures to try besides those that the image offers. */
  readonly asked?: readonly string[]
  /** Tries imports that ask for no architecture, too. */
  readonly withImporters?: boolean
}

const MOST_PROBLEMS = 20
/** What may stand in a lock, and on a terminal. */
const NAME = /^[A-Za-z0-9_]{1,32}$/

export async function inspectImage(
  source: ImageSource,
  reference: string,
  { shallow = false, asked = [], withImporters = false }: InspectOptions = {},
): Promise<InspectedImage> {
  const reader = new DocumentReader(source)
  const top = await reader.manifest(reference)
  const offered = await offeredNames(reader, top, !shallow)
  const names = [...new Set(offered)].filter((name) => NAME.test(name)).sort(compareBytes)
  const wishes = [...new Set([...names, ...asked])].map((name) => [name, wishFor(name)] as const)
  const tried = await tryAll(reader, top, wishes, shallow)
  const importers = (withImporters ? IMPORTERS : []).map((importer) => [importer, wishOf(importer)] as const)
  const problems = names.flatMap((name) => problemOf(name, tried.get(name)) ?? [])
  const unreadable = offered.some((name) => !NAME.test(name)) ? [{ code: 'platform-unreadable' }] : []
  return {
    digest: top.digest,
    mediaType: top.manifest.mediaType,
    architectures: names.filter((name) => tried.get(name)?.ok),
    problems: [...unreadable, ...problems].slice(0, MOST_PROBLEMS),
    platforms: tried,
    importers: await tryAll(reader, top, importers, shallow),
  }
}

async function tryAll(
  reader: DocumentReader,
  top: ManifestDocument,
  wishes: readonly (readonly [string, Wish])[],
  shallow: boolean,
): Promise<Map<string, Imported>> {
  const outcomes = wishes.map(async ([name, wish]) => [name, await importWish(reader, top, wish, shallow)] as const)
  return new Map(await Promise.all(outcomes))
}

function problemOf(architecture: string, imported: Imported | undefined): ImageProblem | undefined {
  if (!imported || imported.ok) return undefined
  const code = imported.code === 'not-in-image' ? 'variant-unusable' : imported.code
  return { code, architecture, ...(imported.config !== undefined && { config: imported.config }) }
}
