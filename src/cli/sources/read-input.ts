import { withLocation } from '../../cluster/item-location.ts'
import { countsInside, roleOf } from '../../cluster/kinds.ts'
import type { LeftOut } from '../../formats/findings/basis.ts'
import type { JsonObject } from '../../json/json.ts'
import { parsedItem } from '../../resource-list/item.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { type Item, readResourceList } from '../../resource-list/read-resource-list.ts'
import { InputError } from '../../yaml/input-error.ts'
import { type BuiltFound, buildFound } from './build-found.ts'
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
export async function readInput(
  paths: readonly string[],
  configPath: string | undefined,
  kustomize?: string,
): Promise<InputResult> {
  const found = await findManifests(paths)
  const leftOut = new LeftOuts(found.leftOut)
  const read = readBuilt(await buildFound(found, kustomize))
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
  return { ok: true, input: { ...input, functionConfig: withLocation(only), configurationFile: only.source.file } }
}

/** The items of builds, and of the files that are no part of any. */
export function readBuilt(built: BuiltFound): InputResult {
  const [problem] = built.problems
  if (problem) throw new InputError(problem.message)
  const read = readFiles(built.files, built.items)
  if (!read.ok) return read
  const [configuration] = built.configurations
  const { texts, functionConfig } = read.input
  return {
    ok: true,
    input: {
      ...read.input,
      texts: new Map([...built.texts, ...texts]),
      functionConfig: functionConfig ?? configuration?.value(),
    },
  }
}

/** The items of texts that are already read, behind others. */
export function readFiles(files: readonly ManifestFile[], built: readonly Item[] = []): InputResult {
  const items = [...built]
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  let configuration: FoundConfiguration | undefined
  const known = new Map<string, readonly Item[]>()
  for (const file of files) {
    // Links can give one file many names; a text is the same then, and so is what it holds.
    const same = known.get(file.text)
    const read = same
      ? { ok: true as const, items: inFile(file, same) }
      : readManifests(file.text, file.path, countsInside)
    if (!read.ok) return read
    known.set(file.text, read.items)
    configuration ??= configurationOf(file)
    for (const item of read.items) items.push(item)
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

/** The items of a file whose text was read under another name. */
function inFile({ path, text }: ManifestFile, items: readonly Item[]): Item[] {
  const source = { file: path, text }
  return items.map((item) => {
    const slice = { start: item.offset, end: item.offset + item.text.length }
    return parsedItem(source, item.index, item.value(), slice, item.within)
  })
}
