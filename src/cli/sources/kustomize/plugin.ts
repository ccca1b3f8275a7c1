import { annotation } from '../../../cluster/item-location.ts'
import { roleOf } from '../../../cluster/kinds.ts'
import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../../../json/json.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { parseYaml } from '../../../yaml/parse-yaml.ts'

/** What generates, transforms or validates. */
export interface Plugin {
  /** Its configuration. */
  readonly item: Item
  readonly value: JsonObject
  /** `own`: a part of kustomize; `ours`: this function; `foreign`: another program. */
  readonly kind: 'own' | 'ours' | 'foreign'
}

/** The plugins of a text; none of one that can't be read, which kustomize will say. */
export function readPlugins(text: string): Plugin[] {
  const read = readManifests(text, '')
  return read.ok ? read.items.map(pluginOf) : []
}

export function pluginOf(item: Item): Plugin {
  const value = item.value()
  // kustomize asks for its own ones before it looks for a function.
  if (item.apiVersion === 'builtin') return { item, value, kind: 'own' }
  const isOurs =
    roleOf(item) === 'configuration' || /(?:^|\/)golden-images(?:-fn)?(?:[@:].*)?$/.test(programOf(value) ?? '')
  return { item, value, kind: isOurs ? 'ours' : 'foreign' }
}

/** What would be started, as it is known to whoever wrote it. */
export function namePlugin({ value, item }: Plugin): string {
  const name = stringAt(value, 'metadata', 'name')
  const words = `${item.kind ?? 'a plugin'}${name === undefined ? '' : ` ${JSON.stringify(name)}`}`
  const program = programOf(value)
  return program === undefined ? words : `${words} (${program})`
}

const FUNCTION_ANNOTATIONS = ['config.kubernetes.io/function', 'config.k8s.io/function']

function programOf(value: JsonObject): string | undefined {
  const text = FUNCTION_ANNOTATIONS.map((name) => annotation(value, name)).find((word) => word !== undefined)
  const parsed = text === undefined ? undefined : parseYaml(text)
  const spec: unknown = parsed?.ok ? parsed.value : undefined
  if (!isJsonObject(spec)) return undefined
  const words: (JsonValue | undefined)[] = [
    stringAt(spec, 'exec', 'path'),
    stringAt(spec, 'container', 'image'),
    stringAt(spec, 'starlark', 'path'),
    stringAt(spec, 'starlark', 'url'),
  ]
  return words.find((word): word is string => typeof word === 'string')
}
