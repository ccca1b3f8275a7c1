import { WANTED_OBJECTS } from '../../../cluster/wanted-objects.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import type { Passage } from '../../../resource-list/origin.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import type { Forest } from './forest.ts'
import type { Tree } from './tree.ts'

/** What the files of a forest hold, each read once and with its place. */
export class Documents {
  readonly #forest: Forest
  readonly #tree: Tree
  readonly #wholes = new Map<string, Passage>()
  readonly #known = new Map<string, readonly Item[]>()

  constructor(forest: Forest, tree: Tree) {
    this.#forest = forest
    this.#tree = tree
  }

  /** The objects of a file; none where that is not there, or can't be read. Links may lead to it. */
  in(path: string): readonly Item[] {
    const file = this.#withoutLinks(path)
    const known = this.#known.get(file) ?? this.#read(file)
    this.#known.set(file, known)
    return known
  }

  /** The whole text of a file. */
  whole(file: string): Passage {
    const text = this.#forest.texts.get(file) ?? ''
    const whole = this.#wholes.get(file) ?? { source: { file: this.#tree.show(file), text }, text, offset: 0 }
    this.#wholes.set(file, whole)
    return whole
  }

  /** The texts of all of them, by their files as shown. */
  texts(): Map<string, string> {
    return new Map([...this.#forest.texts].map(([file, text]) => [this.#tree.show(file), text]))
  }

  #withoutLinks(path: string): string {
    const { links, texts } = this.#forest
    let here = path
    // No link leads in a circle, or its target would not have been read.
    for (let end = here.length; end > 0 && !texts.has(here); end = here.lastIndexOf('/', end - 1)) {
      const target = links.get(here.slice(0, end))
      if (target === undefined) continue
      here = target + here.slice(end)
      end = here.length + 1
    }
    return here
  }

  #read(file: string): readonly Item[] {
    const { source } = this.whole(file)
    const read = readManifests(source.text, source.file, WANTED_OBJECTS)
    return read.ok ? read.items : []
  }
}
