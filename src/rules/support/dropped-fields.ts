import { isJsonObject, type JsonValue } from '../../json/json.ts'

/** Paths of members that are in `written` and not in what the API server `kept` of it; a null is as good as absent. */
export function droppedFields(written: JsonValue | undefined, kept: JsonValue | undefined, path: string): string[] {
  if (Array.isArray(written)) {
    return written.flatMap((entry, index) =>
      droppedFields(entry, Array.isArray(kept) ? kept[index] : undefined, `${path}[${index}]`),
    )
  }
  if (!isJsonObject(written) || !isJsonObject(kept)) return []
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === null) return []
    return Object.hasOwn(kept, key) ? droppedFields(value, kept[key], `${path}.${key}`) : [`${path}.${key}`]
  })
}
