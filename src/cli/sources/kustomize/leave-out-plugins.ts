import type { JsonObject, JsonValue } from '../../../json/json.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import type { Documents } from './documents.ts'
import { type Forest, foldersOf } from './forest.ts'
import { fieldsOf, type Kustomization } from './kustomization.ts'
import { type Plugin, pluginOf, readPlugins } from './plugin.ts'
import { isInline, PLUGIN_FIELDS } from './references.ts'

/** A plugin that a kustomization declares and that nobody starts. */
export interface LeftOutPlugin {
  readonly plugin: Plugin
  readonly kustomization: Kustomization
  /** Where the kustomization names it. */
  readonly field: string
  /** Its configuration is in a file, whose item this is; undefined for one that is written in the kustomization. */
  readonly written: Item | undefined
}

export interface WithoutPlugins {
  /** What kustomize reads in place of the kustomization. */
  readonly value: JsonObject
  readonly leftOut: readonly LeftOutPlugin[]
}

/** A kustomization that starts nothing: of its generators, transformers and validators only kustomize's own stay. */
export function leaveOutPlugins(kustomization: Kustomization, forest: Forest, documents: Documents): WithoutPlugins {
  const leftOut: LeftOutPlugin[] = []
  const value = { ...kustomization.value }
  for (const { name, value: list } of PLUGIN_FIELDS.flatMap((field) => fieldsOf(kustomization.value, field))) {
    if (!Array.isArray(list)) continue
    value[name] = list.flatMap((entry, index) => {
      const { plugins, isWritten } = pluginsAt(entry, kustomization, forest, documents)
      const others = plugins.filter(({ kind }) => kind !== 'own')
      const field = `${name}[${index}]`
      for (const plugin of others) {
        leftOut.push({ plugin, kustomization, field, written: isWritten ? plugin.item : undefined })
      }
      if (others.length === 0) return [entry]
      return plugins.filter(({ kind }) => kind === 'own').map((plugin): JsonValue => JSON.stringify(plugin.value))
    })
  }
  // A kustomization of which nothing is left is an error to kustomize.
  return { value: leftOut.length > 0 ? { generatorOptions: {}, ...value } : value, leftOut }
}

function pluginsAt(entry: JsonValue, kustomization: Kustomization, forest: Forest, documents: Documents) {
  if (typeof entry !== 'string') return { plugins: [], isWritten: false }
  if (isInline(entry)) return { plugins: readPlugins(entry), isWritten: false }
  const use = forest.uses.get(kustomization.folder)?.find(({ role, target }) => role === 'plugin' && target === entry)
  const files = use?.kind === 'folder' ? resourceFiles(use.path, forest) : use ? [use.path] : []
  return { plugins: files.flatMap((file) => documents.in(file).map(pluginOf)), isWritten: true }
}

/** What a folder of plugins holds; what its own plugins would make of them is not known. */
function resourceFiles(folder: string, forest: Forest): string[] {
  const uses = foldersOf(folder, forest).flatMap((one) => forest.uses.get(one) ?? [])
  return uses.flatMap(({ role, kind, path }) => (role === 'resource' && kind === 'file' ? [path] : []))
}
