import { groupBy } from '../json/group-by.ts'
import type { Passage } from '../resource-list/origin.ts'
import type { NamedItem, Source } from '../resource-list/read-resource-list.ts'
import type { Finding } from './finding.ts'
import { indexLines, type LineIndex } from './index-lines.ts'
import { locateBuilt } from './locate-built.ts'
import { ownPath } from './outer-path.ts'
import { type Locator, locateIn } from './position.ts'

/** The locator of an item, for who asks again and again. */
export type FindLocator = (item: NamedItem) => Locator

/** What was asked last is asked again: a HyperConverged, the item that its common templates come from, a Node. */
const KEPT_LOCATORS = 8

/** Parses an item when it is first asked for, and forgets it when others are: a parsed one is many times its text. */
export function locatorFinder(): FindLocator {
  const lines = lineIndexes()
  const kept = new Map<NamedItem, Locator>()
  return (item) => {
    const known = kept.get(item)
    if (known) return known
    const [oldest] = kept.keys()
    if (oldest && kept.size >= KEPT_LOCATORS) kept.delete(oldest)
    const locate = (passage: Passage) => locateIn(passage, lines(passage.source))
    const locator = item.origin ? locateBuilt(item, locate) : locate(item)
    kept.set(item, locator)
    return locator
  }
}

/** Findings with the position of their value, where it can be told; each item is parsed once. */
export function locateFindings(findings: readonly Finding[]): Finding[] {
  const locatorOf = locatorFinder()
  const located = [...findings]
  const places = [...findings.keys()].filter((place) => findings[place]?.position === undefined)
  for (const [item, group] of groupBy(places, (place) => findings[place]?.item)) {
    for (const place of group) {
      const finding = findings[place]
      const position = item && locatorOf(item)(finding && ownPath(finding))
      if (finding && position) located[place] = { ...finding, position }
    }
  }
  return located
}

/** The lines of each source, read once for all of its items. */
function lineIndexes(): (source: Source) => LineIndex {
  const bySource = new Map<Source, LineIndex>()
  return (source) => {
    const index = bySource.get(source) ?? indexLines(source.text)
    bySource.set(source, index)
    return index
  }
}
