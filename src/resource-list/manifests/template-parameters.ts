import { isJsonObject, type JsonObject, type JsonValue, listAt, stringAt } from '../../json/json.ts'

/** `${NAME}` within a string. */
const PLACE = /\$\{([A-Za-z_]\w*)\}/g
/** `${{NAME}}`, which stands for a value that need not be a string. */
const WHOLE = /^\$\{\{([A-Za-z_]\w*)\}\}$/

/** An OpenShift Template with what `oc process` would write for its parameters that have a value; anything else is itself. */
export function fillParameters(value: JsonObject): JsonObject {
  if (value.kind !== 'Template') return value
  const values = new Map(
    listAt(value, 'parameters').flatMap((parameter) => {
      const [name, filled] = [stringAt(parameter, 'name'), stringAt(parameter, 'value')]
      return name === undefined || filled === undefined ? [] : [[name, filled]]
    }),
  )
  return values.size === 0 ? value : { ...value, objects: fill(value.objects ?? [], values) }
}

function fill(value: JsonValue, values: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return fillText(value, values)
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, values)]))
}

function fillText(text: string, values: ReadonlyMap<string, string>): JsonValue {
  if (!text.includes('${')) return text
  const whole = values.get(WHOLE.exec(text)?.[1] ?? '')
  if (whole !== undefined) return asWritten(whole)
  return text.replaceAll(PLACE, (place, name) => values.get(name) ?? place)
}

function asWritten(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
