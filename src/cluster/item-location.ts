import { type JsonObject, stringAt } from '../json/json.ts'

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

/** The file that an item came from, when its annotations tell. */
export function filePath(item: JsonObject): string | undefined {
  return annotation(item, PATH_ANNOTATION) ?? annotation(item, LEGACY_PATH_ANNOTATION)
}

/** The item's place among the documents of its file, from 0. */
export function fileIndex(item: JsonObject): number | undefined {
  const index = Number(annotation(item, INDEX_ANNOTATION) ?? annotation(item, LEGACY_INDEX_ANNOTATION))
  return Number.isSafeInteger(index) ? index : undefined
}

/** The directory of a path; `.` for a file at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, slash)
}

export function annotation(item: JsonObject, name: string): string | undefined {
  return stringAt(item, 'metadata', 'annotations', name)
}
