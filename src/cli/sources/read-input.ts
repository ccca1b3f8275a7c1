import { WANTED_OBJECTS } from '../../cluster/wanted-objects.ts'
import { findBlanks } from '../../findings/blanks.ts'
import type { LeftOut } from '../../formats/findings/basis.ts'
import type { FilesRead } from '../../formats/findings/files-read.ts'
import { groupBy } from '../../json/group-by.ts'
import { parsedItem } from '../../resource-list/item.ts'
import type { Note } from '../../resource-list/manifests/note.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { readWhatCanBe } from '../../resource-list/manifests/read-what-can-be.ts'
import { type Item, readResourceList } from '../../resource-list/read-resource-list.ts'
import type { Reading } from '../../rules/reading.ts'
import { type Outcome, unreadable } from '../../run.ts'
import { type BuiltFound, buildFound } from './build-found.ts'
import type { ChosenConfigurations, FindBrought } from './configuration/choose-configurations.ts'
import { configure } from './configuration/configure.ts'
import { filesOnDisk } from './configuration/files-on-disk.ts'
import { chartsOf } from './find-chart.ts'
import { findManifests } from './find-manifests.ts'
import { folderOf } from './folder-of.ts'
import type { LeaveOut, ManifestFile } from './found-file.ts'
import { LeftOuts } from './left-outs.ts'
import type { ReadOptions } from './read-options.ts'
import { leaveOutUnlisted } from './unlisted.ts'

/** What was read of manifests. */
export interface Manifests {
  readonly items: readonly Item[]
  /** The text of each file that was read. */
  readonly texts: ReadonlyMap<string, string>
  /** The configuration that came with a HyperConverged. */
  readonly findBrought: FindBrought
  readonly reading: Reading
}

/** What a command works on. */
export interface Input extends Manifests {
  readonly configurations: ChosenConfigurations
  readonly leftOut: readonly LeftOut[]
  /** Where folders were searched. */
  readonly searched?: Pick<FilesRead, 'skipped' | 'seen'>
}

export type InputResult =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly outcome: Outcome }

export type ManifestsResult =
  | { readonly ok: true; readonly manifests: Manifests }
  | { readonly ok: false; readonly message: string }

/** Reads files, folders, globs and `-`, and the configuration of each cluster: named, brought, nearest, or among the input. */
export async function readInput(paths: readonly string[], options: ReadOptions): Promise<InputResult> {
  const found = findManifests(paths, options)
  const leftOut = new LeftOuts(found.leftOut)
  const read = readBuilt(await buildFound(found, options.kustomize), found.searched, leftOut.add)
  if (!read.ok) return { ok: false, outcome: unreadable(leftOut.tellWith(read.message)) }
  const configured = configure(read.manifests, filesOnDisk('.', paths.map(folderOf)), options.config, leftOut)
  if (!configured.ok || found.searched.length === 0) return configured
  const { skipped, seen } = found
  return { ok: true, input: { ...configured.input, searched: { skipped, seen } } }
}

/** The items of builds, and of the files that are no part of any. `searched` are the folders and globs that were named. */
export function readBuilt(built: BuiltFound, searched: readonly string[], leaveOut: LeaveOut): ManifestsResult {
  const read = readFiles(built.files, built.items.length, searched)
  if (!read.ok) return read
  const { texts, findBrought, reading } = read.manifests
  for (const { path, reason } of built.leftOut) leaveOut(path, reason)
  const { kept, leftOut } = leaveOutUnlisted(read.manifests.items, built.items)
  for (const [{ source }, reason] of leftOut) leaveOut(source.file, reason)
  const byFolder = groupBy(built.configurations, ({ origin }) => origin?.folder)
  return {
    ok: true,
    manifests: {
      ...read.manifests,
      items: [...built.items, ...kept],
      texts: new Map([...built.texts, ...texts]),
      findBrought: (item) => {
        // Of several functions in one kustomization the first is the one nearest to its root.
        const [configuration] = (item.origin && byFolder.get(item.origin.folder)) ?? []
        return configuration ? { item: configuration } : findBrought(item)
      },
      reading: { ...reading, builds: built.problems },
    },
  }
}

/**
 * The items of texts that are already read, beside `others`. A file of which something can't be read leaves the others as
 * they are, and so do its documents; standard input must be YAML throughout.
 */
export function readFiles(
  files: readonly ManifestFile[],
  others = 0,
  searched: readonly string[] = [],
): ManifestsResult {
  const items: Item[] = []
  const notes: Note[] = []
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const functionConfigs = new Map<string, Item>()
  const known = new Map<string, FileManifests>()
  for (const file of files) {
    // Links can give one file many names; a text is the same then, and so is what it holds.
    const same = file.fault === undefined ? known.get(file.text) : undefined
    const read = same ? inFile(file, same) : readFile(file)
    if ('message' in read) return { ok: false, message: read.message }
    known.set(file.text, read)
    const list = listWithConfiguration(file)
    if (list) functionConfigs.set(file.path, list)
    for (const item of read.items) items.push(item)
    for (const note of read.notes) notes.push(note)
  }
  if (files.length === 1 && files[0]?.path === '' && others + items.length === 0) {
    return { ok: false, message: 'the input must hold manifests, and holds none' }
  }
  const findBrought: FindBrought = ({ source }) => {
    const list = functionConfigs.get(source.file)
    return list && { item: list, within: FUNCTION_CONFIG }
  }
  const reading = { notes, blanks: findBlanks(items), charts: chartsOf(notes), searched, builds: [] }
  return { ok: true, manifests: { items, texts, findBrought, reading } }
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

const FUNCTION_CONFIG = 'functionConfig'

/** A ResourceList brings its own configuration. */
function listWithConfiguration({ path, text }: ManifestFile): Item | undefined {
  if (!text.includes('ResourceList') || !text.includes(FUNCTION_CONFIG)) return undefined
  const read = readResourceList(text)
  const functionConfig = read.ok ? read.list.functionConfig : undefined
  const whole = { start: 0, end: text.length }
  return functionConfig && parsedItem({ file: path, text }, 0, { [FUNCTION_CONFIG]: functionConfig }, whole)
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
