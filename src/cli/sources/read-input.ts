import { withLocation } from '../../cluster/item-location.ts'
import { roleOf } from '../../cluster/kinds.ts'
import { WANTED_OBJECTS } from '../../cluster/wanted-objects.ts'
import type { LeftOut } from '../../formats/findings/basis.ts'
import { InputError } from '../../input-error.ts'
import type { JsonObject } from '../../json/json.ts'
import { parsedItem } from '../../resource-list/item.ts'
import type { Note } from '../../resource-list/manifests/note.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { readWhatCanBe } from '../../resource-list/manifests/read-what-can-be.ts'
import { type Item, readResourceList } from '../../resource-list/read-resource-list.ts'
import type { Reading } from '../../rules/reading.ts'
import { type BuiltFound, buildFound } from './build-found.ts'
import { chartsOf } from './find-chart.ts'
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
  readonly reading: Reading
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
  const read = readBuilt(await buildFound(found, kustomize), found.searched)
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

/** The items of builds, and of the files that are no part of any. `searched` are the folders and globs that were named. */
export function readBuilt(built: BuiltFound, searched: readonly string[]): InputResult {
  const [problem] = built.problems
  if (problem) throw new InputError(problem.message)
  const read = readFiles(built.files, built.items, searched)
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

/**
 * The items of texts that are already read, behind others. A file of which something can't be read leaves the others as
 * they are, and so do its documents; standard input must be YAML throughout.
 */
export function readFiles(
  files: readonly ManifestFile[],
  built: readonly Item[] = [],
  searched: readonly string[] = [],
): InputResult {
  const items = [...built]
  const notes: Note[] = []
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  let configuration: FoundConfiguration | undefined
  const known = new Map<string, FileManifests>()
  for (const file of files) {
    // Links can give one file many names; a text is the same then, and so is what it holds.
    const same = file.fault === undefined ? known.get(file.text) : undefined
    const read = same ? inFile(file, same) : readFile(file)
    if ('message' in read) return { ok: false, message: read.message }
    known.set(file.text, read)
    configuration ??= configurationOf(file)
    for (const item of read.items) items.push(item)
    for (const note of read.notes) notes.push(note)
  }
  const [only, ...others] = files
  if (only?.path === '' && others.length + items.length === 0) {
    return { ok: false, message: 'the input must hold manifests, and holds none' }
  }
  return {
    ok: true,
    input: {
      items,
      texts,
      functionConfig: configuration?.value,
      ...(configuration && { configurationFile: configuration.file }),
      leftOut: [],
      reading: { notes, charts: chartsOf(notes), searched },
    },
  }
}

interface FileManifests {
  readonly items: readonly Item[]
  readonly notes: readonly Note[]
}

function readFile({ path, text, isNamed = false, fault }: ManifestFile): FileManifests | { readonly message: string } {
  const source = { file: path, text }
  if (fault !== undefined) {
    return { items: [], notes: [{ cause: 'broken', source, slice: { start: 0, end: 0 }, detail: fault }] }
  }
  return path === '' ? readManifests(text, path, WANTED_OBJECTS) : readWhatCanBe(source, WANTED_OBJECTS, isNamed)
}

/** A ResourceList brings its own configuration. */
function configurationOf({ path, text }: ManifestFile): FoundConfiguration | undefined {
  if (!text.includes('ResourceList')) return undefined
  const read = readResourceList(text)
  const value = read.ok ? read.list.functionConfig : undefined
  return value && { file: path, value }
}

/** What a file holds whose text was read under another name. */
function inFile({ path, text }: ManifestFile, { items, notes }: FileManifests): FileManifests {
  const source = { file: path, text }
  return {
    items: items.map((item) => {
      const slice = { start: item.offset, end: item.offset + item.text.length }
      return parsedItem(source, item.index, item.value(), slice, item.within)
    }),
    notes: notes.map((note) => ({ ...note, source })),
  }
}
