import { isJsonObject, type JsonObject, type JsonValue, objectAt, stringAt, valueAt } from '../json/json.ts'
import type { Item, NamedItem } from '../resource-list/read-resource-list.ts'

export const CLUSTER_ANNOTATION = 'golden-images.dev/cluster'
/** Kept in Git for tools, never applied. */
export const LOCAL_CONFIG = 'config.kubernetes.io/local-config'
export const PATH_ANNOTATION = 'internal.config.kubernetes.io/path'
export const INDEX_ANNOTATION = 'internal.config.kubernetes.io/index'
const LEGACY_PATH_ANNOTATION = 'config.kubernetes.io/path'
const LEGACY_INDEX_ANNOTATION = 'config.kubernetes.io/index'

/** What tells where an item belongs, and whether it stays in Git. */
export const LOCATION_ANNOTATIONS = [
  CLUSTER_ANNOTATION,
  LOCAL_CONFIG,
  PATH_ANNOTATION,
  INDEX_ANNOTATION,
  LEGACY_PATH_ANNOTATION,
  LEGACY_INDEX_ANNOTATION,
] as const

/** The file that an item came from, when something tells; of a build, one in the folder that was built. */
export function filePath(item: NamedItem): string | undefined {
  if (item.origin || isWhereItWasRead(item)) return fileRead(item)
  const metadata = item.metadata()
  return annotation(metadata, PATH_ANNOTATION) ?? annotation(metadata, LEGACY_PATH_ANNOTATION)
}

function fileRead({ source: { file }, origin }: NamedItem): string {
  if (!origin) return file
  const name = file.slice(file.lastIndexOf('/') + 1)
  return origin.folder === '.' ? name : `${origin.folder}/${name}`
}

/** The item's place among the documents of its file, from 0. */
export function fileIndex(item: NamedItem): number | undefined {
  if (isWhereItWasRead(item)) return item.index
  const metadata = item.metadata()
  const index = Number(annotation(metadata, INDEX_ANNOTATION) ?? annotation(metadata, LEGACY_INDEX_ANNOTATION))
  return Number.isSafeInteger(index) ? index : undefined
}

/** An item's value with its location in annotations, as orchestrators write them. */
export function withLocation(item: Item): JsonObject {
  const value = item.value()
  if (!isWhereItWasRead(item)) return value
  const metadata = objectAt(value, 'metadata')
  const written = objectAt(metadata, 'annotations')
  const annotations = { ...written, [PATH_ANNOTATION]: fileRead(item), [INDEX_ANNOTATION]: String(item.index) }
  return { ...value, metadata: { ...metadata, annotations } }
}

/** An item that says so itself keeps its word; one whose annotations can not be read may say anything. */
function isWhereItWasRead(item: NamedItem): boolean {
  if (item.source.file === '') return false
  const metadata = item.metadata() ?? {}
  const annotations = valueAt(metadata, 'annotations') ?? {}
  return isJsonObject(metadata) && isJsonObject(annotations) && !(PATH_ANNOTATION in annotations)
}

/** The directory of a path; `.` for a file at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, slash)
}

/** An annotation by an object's `metadata`. */
export function annotation(metadata: JsonValue | undefined, name: string): string | undefined {
  return stringAt(metadata, 'annotations', name)
}
