import { groupBy } from '../json/group-by.ts'
import type { Finding } from './finding.ts'
import { indexLines, type LineIndex } from './index-lines.ts'
import { type ItemSource, type Locator, locateIn } from './position.ts'

/** Where the input's items came from. */
export interface Sources {
  /** By an item's index. */
  readonly ofItem: (index: number) => ItemSource | undefined
  /** The whole text of each file that may hold comments of ours; `''` is standard input. */
  readonly texts: ReadonlyMap<string, string>
}

/** The locator of the item of that index, for who asks again and again; undefined when its source is not at hand. */
export type FindLocator = (index: number) => Locator | undefined

/** What was asked last is asked again: a HyperConverged, the item that its common templates come from, a Node. */
const KEPT_LOCATORS = 8

/** Parses an item when it is first asked for, and forgets it when others are: a parsed one is many times its text. */
export function locatorFinder({ ofItem }: Pick<Sources, 'ofItem'>): FindLocator {
  const lines = lineIndexes()
  // By text: integers as keys all fall into one bucket of QuickJS' maps.
  const kept = new Map<string, Locator | undefined>()
  return (index) => {
    const key = `${index}`
    if (!kept.has(key)) {
      const source = ofItem(index)
      const [oldest] = kept.keys()
      if (oldest !== undefined && kept.size >= KEPT_LOCATORS) kept.delete(oldest)
      kept.set(key, source && locateIn(source, lines(source)))
    }
    return kept.get(key)
  }
}

/** Findings with the position of their value, where its source is at hand; each item is parsed once. */
export function locateFindings(findings: readonly Finding[], sources: Sources): Finding[] {
  const locatorOf = locatorFinder(sources)
  const located = [...findings]
  const places = [...findings.keys()].filter((place) => findings[place]?.position === undefined)
  for (const group of groupBy(places, (place) => `${findings[place]?.resource?.itemIndex}`).values()) {
    for (const place of group) {
      const finding = findings[place]
      const index = finding?.resource?.itemIndex
      const position = index === undefined ? undefined : locatorOf(index)?.(finding?.path)
      if (finding && position) located[place] = { ...finding, position }
    }
  }
  return located
}

/** The lines of each file, read once for all of its items. */
function lineIndexes(): (source: ItemSource) => LineIndex {
  const byFile = new Map<string, { readonly text: string; readonly index: LineIndex }>()
  return ({ file, text }) => {
    const known = byFile.get(file)
    if (known?.text === text) return known.index
    const index = indexLines(text)
    byFile.set(file, { text, index })
    return index
  }
}
