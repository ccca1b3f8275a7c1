import { chooseEntry, type Wish } from '../operators/cdi/choose-image.ts'
import type { DocumentReader, ManifestDocument } from './image-documents.ts'
import { RegistryError, remoteText } from './registry-error.ts'

/** What an import with a wish meets. */
export type Imported =
  | { readonly ok: true; readonly manifest: string }
  | {
      readonly ok: false
      /** `not-in-image`, what the image contradicts, or the code of what could not be read of it. */
      readonly code: string
      /** The last manifest that was read. */
      readonly manifest: string
      /** What the configuration says instead of the wish. */
      readonly config?: string
    }

/** An index that holds itself must end somewhere. */
export const DEEPEST_INDEX = 8

/** Throws a RegistryError where nothing can be said of the image. */
export async function importWish(
  reader: DocumentReader,
  top: ManifestDocument,
  wish: Wish,
  shallow = false,
): Promise<Imported> {
  let document = top
  for (let depth = 0; document.manifest.kind === 'index'; depth++) {
    const { digest, manifest } = document
    if (depth === DEEPEST_INDEX) return { ok: false, code: 'not-an-image', manifest: digest }
    const entry = chooseEntry(manifest, wish)
    if (!entry) return { ok: false, code: 'not-in-image', manifest: digest }
    if (shallow) return { ok: true, manifest: entry.digest }
    const child = await orProblem(reader.manifest(entry.digest))
    if (typeof child === 'string') return { ok: false, code: child, manifest: digest }
    document = child
  }
  return compareConfig(reader, document, wish)
}

async function compareConfig(reader: DocumentReader, { digest, manifest }: ManifestDocument, wish: Wish) {
  const blob = manifest.kind === 'image' ? manifest.config : undefined
  const config = blob === undefined ? { architecture: '', bootc: false } : await orProblem(reader.config(blob))
  if (typeof config === 'string') return { ok: false, code: config, manifest: digest } as const
  const contradicts = wish.architecture !== '' && wish.architecture !== config.architecture
  if (contradicts) {
    return { ok: false, code: 'config-contradicts', manifest: digest, config: remoteText(config.architecture) } as const
  }
  return config.bootc
    ? ({ ok: false, code: 'bootc', manifest: digest } as const)
    : ({ ok: true, manifest: digest } as const)
}

/** A part that is gone or no good costs its architecture alone. */
async function orProblem<T extends object>(reading: Promise<T>): Promise<T | string> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof RegistryError && error.isAboutImage) return error.code
    throw error
  }
}
