import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'

/**
 * A deep copy without the members that are null, which Kubernetes takes for absent: the API server drops them before it
 * validates (k8s.io/apiextensions-apiserver pkg/apiserver/schema/defaulting). A null entry of a list stays.
 * It works through a list of open ends and does not call itself, so no nesting is too deep for it.
 */
export function copyWithoutNulls(object: JsonObject): JsonObject {
  const root: JsonObject = {}
  const open: { from: JsonObject | JsonValue[]; to: JsonObject | JsonValue[] }[] = [{ from: object, to: root }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, to } = next
    const add = (value: JsonValue): JsonValue => {
      if (typeof value !== 'object' || value === null) return value
      const copy = Array.isArray(value) ? [] : {}
      open.push({ from: value, to: copy })
      return copy
    }
    if (Array.isArray(from)) {
      for (const value of from) if (Array.isArray(to)) to.push(add(value))
    } else if (isJsonObject(to)) {
      for (const key of Object.keys(from)) setMember(to, key, from[key] ?? null, add)
    }
  }
  return root
}

function setMember(to: JsonObject, key: string, value: JsonValue, copy: (value: JsonValue) => JsonValue): void {
  if (value === null) return
  // An assignment to `__proto__` would change what the object inherits; this makes it a member like any other.
  if (key === '__proto__') {
    Object.defineProperty(to, key, { value: copy(value), writable: true, enumerable: true, configurable: true })
  } else {
    to[key] = copy(value)
  }
}
