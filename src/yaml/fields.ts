import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts'

/** Which members of a mapping somebody will look at: all of them, or those of these names and below each what it says. */
export type Fields = true | ReadonlyMap<string, Fields>

/** Of an object, and of what is below it, the fields alone; the value itself where it is no object. */
export function pickFields<Value extends JsonValue>(value: Value, fields: Fields): Value | JsonObject {
  if (fields === true || !isJsonObject(value)) return value
  const picked: JsonObject = {}
  for (const [key, below] of fields) {
    const member = value[key]
    if (member !== undefined && Object.hasOwn(value, key)) picked[key] = pickFields(member, below)
  }
  return picked
}
