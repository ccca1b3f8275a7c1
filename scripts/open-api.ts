/** What JSON Schema says and OpenAPI 3.0 has no word for. */
const UNKNOWN = ['$id', '$schema', 'propertyNames']

/** A JSON Schema as OpenAPI 3.0 says it. */
export function toOpenApi(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toOpenApi)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !UNKNOWN.includes(key))
      .map(([key, value]: [string, unknown]) => {
        if (key === 'const') return ['enum', [value]]
        if (key === 'additionalProperties' && isEmptyObject(value)) return [key, true]
        return [key, toOpenApi(value)]
      }),
  )
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
