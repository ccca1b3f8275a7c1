import { isJsonObject, type JsonObject, objectAt, stringAt } from '../../json/json.ts'

/** What Ansible's `kubernetes.core.k8s` calls the object. */
const DEFINITIONS = ['definition', 'resource_definition'] as const

/**
 * The arguments of Ansible's `kubernetes.core.k8s` with the object as the module would send it: what the definition leaves
 * out of kind, name and namespace stands beside it, and one with `state: absent` is not there. Undefined for anything else.
 */
export function readModule(value: JsonObject): JsonObject | undefined {
  const name = DEFINITIONS.find((known) => isJsonObject(value[known]))
  if (name === undefined) return undefined
  const { [name]: definition, ...others } = value
  if (value.state === 'absent') return others
  const [apiVersion, kind] = [stringAt(value, 'api_version'), stringAt(value, 'kind')]
  if (!isJsonObject(definition) || apiVersion === undefined || kind === undefined) return undefined
  const beside = { ...named(value, 'name'), ...named(value, 'namespace') }
  const metadata = { ...beside, ...objectAt(definition, 'metadata') }
  return { ...others, [name]: { apiVersion, kind, ...definition, metadata } }
}

function named(value: JsonObject, key: string): JsonObject {
  const word = stringAt(value, key)
  return word === undefined ? {} : { [key]: word }
}
