import type { Finding } from './finding.ts'
import { type ItemSource, type Locator, locateIn } from './position.ts'

/** Where the input's items came from. */
export interface Sources {
  /** By an item's index. */
  readonly ofItem: (index: number) => ItemSource | undefined
  /** The whole text of each file that may hold comments of ours; `''` is standard input. */
  readonly texts: ReadonlyMap<string, string>
}

/** Findings with the position of their value, where its source is at hand; each item is parsed once. */
export function locateFindings(findings: readonly Finding[], { ofItem }: Sources): Finding[] {
  const locators = new Map<number, Locator>()
  return findings.map((finding) => {
    const index = finding.resource?.itemIndex
    const source = index === undefined || finding.position ? undefined : ofItem(index)
    if (index === undefined || !source) return finding
    const locate = locators.get(index) ?? locateIn(source)
    locators.set(index, locate)
    const position = locate(finding.path)
    return position ? { ...finding, position } : finding
  })
}
