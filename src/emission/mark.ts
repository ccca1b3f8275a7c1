import { annotation, CLUSTER_ANNOTATION } from '../cluster/item-location.ts'
import { type JsonObject, type JsonValue, stringAt } from '../json/json.ts'

/** By this annotation a later run knows what an earlier one made: `<namespace>/<name>/<template>`. */
export const GENERATED_FROM = 'golden-images.dev/generated-from'

/** The HyperConverged, and the cluster when it has a name, whose template an item was made from. */
export interface Mark {
  readonly hyperConverged: string
  readonly cluster: string | undefined
}

/** The HyperConverged with that `metadata`, as a mark has it. */
export function sourceOf(metadata: JsonValue | undefined): string {
  return `${stringAt(metadata, 'namespace') ?? ''}/${stringAt(metadata, 'name') ?? ''}`
}

/** The mark of an item; undefined when an earlier run did not make it. */
export function readMark(item: JsonObject): Mark | undefined {
  const value = annotation(item.metadata, GENERATED_FROM)
  const parts = value?.split('/')
  if (!parts || parts.length < 3) return undefined
  return { hyperConverged: parts.slice(0, 2).join('/'), cluster: annotation(item.metadata, CLUSTER_ANNOTATION) }
}
