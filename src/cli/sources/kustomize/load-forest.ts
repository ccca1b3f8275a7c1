import { HELM, unfit, whyNot } from './fault-words.ts'
import type { Fault, Forest, Use } from './forest.ts'
import { entriesOf, fieldsOf, KUSTOMIZATION_NAMES, type Kustomization, parseKustomization } from './kustomization.ts'
import { readPlugins } from './plugin.ts'
import { inputsOf, isInline, PLUGIN_FIELDS, type Reference, referencesOf } from './references.ts'
import { resolveIn, type Tree } from './tree.ts'

const MOST_WORDS = 1000

/** Reads kustomizations and all that they name, and runs nothing. What can't be read of one is a fault of it. */
export function loadForest(tree: Tree, folders: readonly string[]): Forest {
  const loading = new Loading(tree)
  for (const folder of folders) {
    const reason = loading.addFolder(folder)
    if (reason !== undefined) loading.blame(folder, { field: '', reason })
  }
  loading.finish()
  return loading
}

/** A kustomization that is looked for, and a file that one of them has named. */
interface Pending {
  readonly file: string
  /** Of the kustomization that reads it. */
  readonly folder: string
  readonly is: 'kustomization' | 'plugin' | 'generated' | 'other'
  /** Where that names it; `''` for its own file. */
  readonly field: string
}

class Loading implements Forest {
  readonly kustomizations = new Map<string, Kustomization>()
  readonly uses = new Map<string, Use[]>()
  readonly faults = new Map<string, Fault[]>()
  readonly texts = new Map<string, string>()
  readonly links = new Map<string, string>()
  readonly unread = new Map<string, string>()
  readonly foreign = new Set<string>()
  readonly #tree: Tree
  readonly #folders = new Set<string>()
  #pending: Pending[] = []

  constructor(tree: Tree) {
    this.#tree = tree
  }

  /** The end of a sentence about the folder when it can't be built. */
  addFolder(folder: string): string | undefined {
    const known = this.#folders.has(folder)
    this.#folders.add(folder)
    const files = KUSTOMIZATION_NAMES.map((name) => resolveIn(this.#tree, folder, name)).filter(
      ({ entry }) => entry !== undefined,
    )
    const [first, ...others] = files
    if (!first) return 'has no kustomization'
    if (others.length > 0) return 'has several kustomizations'
    if (first.entry?.kind === 'unfit') return `has a kustomization that ${first.entry.reason}`
    if (!known) this.#pending.push({ file: first.path, folder, is: 'kustomization', field: '' })
    return undefined
  }

  /** A revision is asked for many files at once, so that they are read in waves. */
  finish(): void {
    while (this.#pending.length > 0) {
      const wave = this.#pending
      this.#pending = []
      const unread = [...new Set(wave.map(({ file }) => file))].filter((file) => !this.texts.has(file))
      const read = this.#tree.read(unread)
      for (const pending of wave) this.#take(pending, read)
    }
  }

  #take({ file, folder, is, field }: Pending, read: ReturnType<Tree['read']>): void {
    const fresh = read.get(file)
    if (fresh?.ok) this.texts.set(file, fresh.text)
    const text = this.texts.get(file)
    if (text === undefined) {
      // What a ConfigMap is made of can be anything, and nothing of ours is made of it.
      if (is === 'generated') this.texts.set(file, '')
      else
        this.blame(folder, {
          field,
          reason: unfit(this.#tree.show(file), fresh?.ok === false ? fresh.reason : 'can not be read'),
        })
    } else if (is === 'kustomization') this.#takeKustomization(folder, file, text)
    else if (is === 'plugin') this.#takePlugins(folder, text, field)
  }

  #takeKustomization(folder: string, file: string, text: string): void {
    const parsed = parseKustomization({ folder, file }, text, this.#tree.show(file))
    if (!parsed?.ok) {
      if (parsed) this.#takeWords(folder, file, text)
      else this.foreign.add(folder)
      this.blame(folder, { field: '', reason: parsed?.reason ?? 'is no kustomization of kustomize' })
      return
    }
    const { value } = parsed.kustomization
    this.kustomizations.set(folder, parsed.kustomization)
    for (const name of ['helmCharts', 'helmChartInflationGenerator']) {
      for (const field of fieldsOf(value, name)) this.blame(folder, { field: field.name, reason: HELM })
    }
    for (const reference of referencesOf(value)) this.#follow(folder, reference)
    for (const { path, value: entry } of PLUGIN_FIELDS.flatMap((name) => entriesOf(value, name))) {
      if (typeof entry === 'string' && isInline(entry)) this.#takePlugins(folder, entry, path)
    }
  }

  /** Of a kustomization that can't be read: whatever it may name counts as its part, so that nobody takes it for a whole. */
  #takeWords(folder: string, file: string, text: string): void {
    this.unread.set(folder, file)
    for (const target of new Set(text.match(/[^\s'"[\]{},]+/g)?.slice(0, MOST_WORDS))) {
      const { path, entry } = resolveIn(this.#tree, folder, target)
      const isFile = entry?.kind === 'file'
      if (!isFile && (entry?.kind !== 'folder' || this.addFolder(path) !== undefined)) continue
      pushTo(this.uses, folder, { role: 'resource', target, field: '', path, kind: isFile ? 'file' : 'folder' })
      if (isFile) this.#pending.push({ file: path, folder, field: '', is: 'other' })
    }
  }

  #takePlugins(folder: string, text: string, field: string): void {
    for (const { value, kind } of readPlugins(text)) {
      if (kind !== 'own') continue
      if (value.kind === 'HelmChartInflationGenerator') this.blame(folder, { field, reason: HELM })
      for (const input of inputsOf(value)) this.#follow(folder, { ...input, field })
    }
  }

  #follow(folder: string, reference: Reference): void {
    const { role, target, field } = reference
    const { path, entry, links } = resolveIn(this.#tree, folder, target)
    const reason = whyNot(reference, entry)
    if (reason !== undefined) this.blame(folder, { field, reason })
    if (reason !== undefined || !entry || entry.kind === 'unfit') return
    for (const [link, to] of links) this.links.set(link, to)
    pushTo(this.uses, folder, { ...reference, path, kind: entry.kind })
    if (entry.kind === 'file') {
      const is = role === 'plugin' ? role : /^(?:configMap|secret)Generator/i.test(field) ? 'generated' : 'other'
      this.#pending.push({ file: path, folder, field, is })
    } else if (role !== 'input') {
      const fault = this.addFolder(path)
      if (fault !== undefined) this.blame(folder, { field, reason: unfit(target, fault) })
    }
  }

  blame(folder: string, fault: Fault): void {
    pushTo(this.faults, folder, fault)
  }
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
