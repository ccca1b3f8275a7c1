import { isJsonObject, type JsonObject, type JsonValue } from '../../json/json.ts'

export interface LocatedValue {
  /** As people write it: `spec.dataImportCronTemplates[0].metadata.annotations["a.b/c"]`. */
  path: string
  value: JsonValue | undefined
}

/** Follows a JSON Pointer into an object. */
export function locateValue(root: JsonObject, pointer: string): LocatedValue {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<LocatedValue>(({ path, value }, escaped) => step(path, value, unescapeKey(escaped)), {
    path: '',
    value: root,
  })
}

function step(path: string, parent: JsonValue | undefined, key: string): LocatedValue {
  if (Array.isArray(parent)) return { path: `${path}[${key}]`, value: parent[Number(key)] }
  return {
    path: memberPath(path, key),
    value: isJsonObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined,
  }
}

/** The path of a member, with its key in quotes where dots would mislead. */
export function memberPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

function unescapeKey(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~')
}
