import { INDEX_ANNOTATION, PATH_ANNOTATION } from '../../cluster/item-location.ts'
import { roleOf } from '../../cluster/kinds.ts'
import type { LeftOut } from '../../formats/findings/basis.ts'
import { isJsonObject, type JsonObject, objectAt } from '../../json/json.ts'
import { withValue } from '../../resource-list/item.ts'
import { type Manifests, readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { type Item, readResourceList } from '../../resource-list/read-resource-list.ts'
import { type FoundConfiguration, findConfiguration } from './find-configuration.ts'
import { findManifests } from './find-manifests.ts'
import type { ManifestFile } from './found-file.ts'
import { LeftOuts } from './left-outs.ts'

/** What a command works on. */
export interface Input {
  readonly items: readonly Item[]
  /** The text of each file that was read. */
  readonly texts: ReadonlyMap<string, string>
  readonly functionConfig: JsonObject | undefined
  /** Where that is from; `''` is standard input. */
  readonly configurationFile?: string
  readonly leftOut: readonly LeftOut[]
}

export type InputResult =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly message: string }

/** Reads files, folders, globs and `-`, and the configuration: named, nearest, or among the input. */
export async function readInput(paths: readonly string[], configPath: string | undefined): Promise<InputResult> {
  const found = await findManifests(paths)
  const leftOut = new LeftOuts(found.leftOut)
  const read = readFiles(found.files)
  if (!read.ok) return { ok: false, message: leftOut.tellWith(read.message) }
  const configuration = findConfiguration(configPath, paths[0], leftOut.add)
  return withConfiguration({ ...read.input, leftOut: leftOut.list() }, configuration)
}

/** The input with the configuration that was found, else the one that came with it, else the only one among it. */
export function withConfiguration(input: Input, found: FoundConfiguration | undefined): InputResult {
  if (found) return { ok: true, input: { ...input, functionConfig: found.value, configurationFile: found.file } }
  if (input.functionConfig) return { ok: true, input }
  const [only, ...others] = input.items.filter((item) => roleOf(item) === 'configuration')
  if (others.length > 0) {
    return { ok: false, message: 'the input holds several GoldenImages: `--config` must name the one that counts' }
  }
  if (!only) return { ok: true, input }
  return { ok: true, input: { ...input, functionConfig: only.value(), configurationFile: only.source.file } }
}

/** The items of texts that are already read. */
export function readFiles(files: readonly ManifestFile[]): InputResult {
  const items: Item[] = []
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  let configuration: FoundConfiguration | undefined
  const known = new Map<string, Manifests>()
  for (const file of files) {
    // Links can give one file many names; a text is the same then, and so is what it holds.
    const read = known.get(file.text) ?? readManifests(file.text, file.path)
    if (!read.ok) return read
    known.set(file.text, read)
    configuration ??= configurationOf(file)
    const source = { file: file.path, text: file.text }
    for (const item of read.items) {
      items.push(withValue(item, source, () => locate(item.value(), file.path, item.index)))
    }
  }
  return items.length > 0
    ? {
        ok: true,
        input: {
          items,
          texts,
          functionConfig: configuration?.value,
          ...(configuration && { configurationFile: configuration.file }),
          leftOut: [],
        },
      }
    : { ok: false, message: 'the input must hold manifests, and holds none' }
}

/** A ResourceList brings its own configuration. */
function configurationOf({ path, text }: ManifestFile): FoundConfiguration | undefined {
  if (!text.includes('ResourceList')) return undefined
  const read = readResourceList(text)
  const value = read.ok ? read.list.functionConfig : undefined
  return value && { file: path, value }
}

/** The object with its file and place as annotations, as orchestrators give them; what says so itself keeps its word. */
function locate(item: JsonObject, path: string, place: number): JsonObject {
  const written = objectAt(item, 'metadata', 'annotations')
  const metadata = objectAt(item, 'metadata')
  // What is no object is for the findings to tell: it must not be mended here.
  const odd = [item.metadata, metadata?.annotations].some(
    (value) => value !== undefined && value !== null && !isJsonObject(value),
  )
  if (path === '' || odd || (written && PATH_ANNOTATION in written)) return item
  const annotations = { ...written, [PATH_ANNOTATION]: path, [INDEX_ANNOTATION]: String(place) }
  return { ...item, metadata: { ...metadata, annotations } }
}
