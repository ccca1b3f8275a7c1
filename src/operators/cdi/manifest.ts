/**
 * What a registry's answer is to CDI's importer: an index, one image, or nothing that it can use.
 * Source: containers/image manifest/manifest.go (FromBlob), internal/manifest/{list,oci_index,docker_schema2_list}.go,
 * internal/manifest/common.go (ValidateUnambiguousManifestFormat).
 */
import { isJsonObject, type JsonObject, type JsonValue, listAt, member, objectAt, stringAt } from '../../json/json.ts'

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json'
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'

/** What a registry is asked for, and what a lock can hold. */
export const MEDIA_TYPES = [OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST] as const

export type MediaType = (typeof MEDIA_TYPES)[number]

/** Whose members a body of either kind must not have: CVE-2021-41190. */
const FOREIGN = { index: ['config', 'fsLayers', 'history', 'layers'], image: ['fsLayers', 'history', 'manifests'] }

/** An entry of an index. */
export interface IndexEntry {
  readonly digest: string
  readonly platform: JsonObject | undefined
  /** Marked as compressed with zstd. */
  readonly zstd: boolean
}

export interface ImageIndex {
  readonly kind: 'index'
  readonly mediaType: MediaType
  /** A Docker list, which has no last resort. */
  readonly docker: boolean
  readonly entries: readonly IndexEntry[]
}

interface ImageManifest {
  readonly kind: 'image'
  readonly mediaType: MediaType
  /** Digest of the configuration; undefined for an artifact, which is no image. */
  readonly config: string | undefined
}

export type Manifest = ImageIndex | ImageManifest

export interface ManifestProblem {
  readonly kind: 'problem'
  readonly code: 'unreadable' | 'not-an-image'
  readonly detail: string
  /** The registry calls it a manifest, or it is one of something else: no page of somebody in between. */
  readonly isAboutImage: boolean
}

/** The Content-Type without its parameters, when it is one of a manifest. */
function asMediaType(contentType: string | undefined): MediaType | undefined {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  return MEDIA_TYPES.find((known) => known === type)
}

/** `contentType` is the header's: it decides, and nothing is guessed. */
export function readManifest(contentType: string | undefined, text: string): Manifest | ManifestProblem {
  const body = parseJson(text)
  const mediaType = asMediaType(contentType)
  if (body === undefined) return problem('unreadable', 'no JSON', mediaType !== undefined)
  if (!isJsonObject(body)) return problem('unreadable', 'no JSON object', mediaType !== undefined)
  if (!mediaType) return problem('not-an-image', contentType?.split(';', 1)[0]?.trim() || 'no content type')
  const kind = mediaType === OCI_INDEX || mediaType === DOCKER_LIST ? 'index' : 'image'
  const foreign = FOREIGN[kind].filter((key) => member(body, key) !== undefined)
  if (foreign.length > 0) return problem('not-an-image', `ambiguous: ${foreign.join(', ')}`)
  return kind === 'index' ? readIndex(mediaType, body) : readImage(mediaType, body)
}

function problem(code: ManifestProblem['code'], detail: string, isAboutImage = true): ManifestProblem {
  return { kind: 'problem', code, detail, isAboutImage }
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function readIndex(mediaType: MediaType, body: JsonObject): ImageIndex | ManifestProblem {
  const written = listAt(body, 'manifests')
  const entries = written.filter(isIndexEntry)
  if (entries.length < written.length) return problem('unreadable', 'entries that are no objects')
  return {
    kind: 'index',
    mediaType,
    docker: mediaType === DOCKER_LIST,
    entries: entries.map((entry) => ({
      digest: stringAt(entry, 'digest') ?? '',
      platform: objectAt(entry, 'platform'),
      zstd: stringAt(entry, 'annotations', 'io.github.containers.compression.zstd') === 'true',
    })),
  }
}

function isIndexEntry(entry: JsonValue): entry is JsonObject {
  const platform = member(entry, 'platform') ?? null
  return isJsonObject(entry) && (platform === null || isJsonObject(platform))
}

function readImage(mediaType: MediaType, body: JsonObject): ImageManifest {
  const config = objectAt(body, 'config')
  const isImage = mediaType === DOCKER_MANIFEST || stringAt(config, 'mediaType') === OCI_CONFIG
  return { kind: 'image', mediaType, config: isImage ? stringAt(config, 'digest') : undefined }
}

/** What CDI looks at in an image's configuration. */
export interface ImageConfig {
  /** `''` where it says none. */
  readonly architecture: string
  /** It boots the machine that pulls it, and is refused. */
  readonly bootc: boolean
}

/** The configuration's text; undefined when it is no JSON object. */
export function readImageConfig(text: string): ImageConfig | undefined {
  const body = parseJson(text)
  if (!isJsonObject(body)) return undefined
  const label = (name: string) => stringAt(body, 'config', 'Labels', name)
  return {
    architecture: stringAt(body, 'architecture') ?? '',
    bootc: label('containers.bootc') === '1' || label('ostree.bootable') === '1',
  }
}
