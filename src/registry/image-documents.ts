import { type ImageConfig, type Manifest, readImageConfig, readManifest } from '../operators/cdi/manifest.ts'
import { RegistryError, remoteText } from './registry-error.ts'

/** A manifest as a registry answered it. */
export interface ManifestAnswer {
  /** Of its bytes. */
  readonly digest: string
  readonly contentType: string | undefined
  readonly text: string
}

/** One repository of a registry. What it can't give is a RegistryError. */
export interface ImageSource {
  /** By tag or digest. */
  readonly manifest: (reference: string) => Promise<ManifestAnswer>
  readonly config: (digest: string) => Promise<string>
}

export interface ManifestDocument {
  readonly digest: string
  readonly manifest: Manifest
}

/** Reads each document of an image once. */
export class DocumentReader {
  readonly #source: ImageSource
  readonly #manifests = new Map<string, Promise<ManifestDocument>>()
  readonly #configs = new Map<string, Promise<ImageConfig>>()

  constructor(source: ImageSource) {
    this.#source = source
  }

  manifest(reference: string): Promise<ManifestDocument> {
    return once(this.#manifests, reference, async () => {
      const { digest, contentType, text } = await this.#source.manifest(reference)
      const manifest = readManifest(contentType, text)
      if (manifest.kind !== 'problem') return { digest, manifest }
      throw new RegistryError(manifest.code, { detail: remoteText(manifest.detail) }, manifest.isAboutImage)
    })
  }

  config(digest: string): Promise<ImageConfig> {
    return once(this.#configs, digest, async () => {
      const config = readImageConfig(await this.#source.config(digest))
      if (config) return config
      throw new RegistryError('unreadable', { detail: 'no JSON object' }, true)
    })
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const earlier = known.get(key)
  if (earlier) return earlier
  const reading = read()
  known.set(key, reading)
  return reading
}
