import type { NamedItem } from '../resource-list/read-resource-list.ts'
import { printPath } from './field-path.ts'
import type { Finding } from './finding.ts'

/** The path of a value of an item, from the root of the document that holds the item. */
export function outerPath({ within = [] }: Pick<NamedItem, 'within'>, path = ''): string {
  const start = printPath(within)
  return start === '' || path === '' || path.startsWith('[') ? start + path : `${start}.${path}`
}

/** The path of a finding within its item. */
export function ownPath({ item, path }: Pick<Finding, 'item' | 'path'>): string | undefined {
  if (path === undefined || item?.within === undefined) return path
  return path.slice(printPath(item.within).length).replace(/^\./, '')
}
