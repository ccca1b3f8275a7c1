import { roleOf } from '../cluster/kinds.ts'
import { isJsonObject, type PathStep } from '../json/json.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { parsePath, printPath } from './field-path.ts'
import type { Finding } from './finding.ts'
import { ownPath } from './outer-path.ts'

/** What of an object something else fills in before it reaches a cluster. */
export interface Blank {
  readonly item: Item
  /** Where, within the item; none for what was filled in with a Template's own values. */
  readonly paths: readonly string[]
  /** The first of them. */
  readonly text: string
}

/** Of a Template's parameters, Flux' and others' variables, Go templates, Jinja. */
const PLACE = /\$\{\{?\s*[A-Za-z_][^}]*\}\}?|\{\{|\{%|<%/
const DECIDING = ['cluster', 'inventory', 'common-templates', 'golden-image']

/** The objects of which a value that decides something is to be filled in. */
export function findBlanks(items: readonly Item[]): Blank[] {
  return items.flatMap((item) => {
    if (!DECIDING.includes(roleOf(item) ?? '')) return []
    const found = blanksIn(item)
    const [first] = found
    if (first) return [{ item, paths: found.map(({ path }) => path), text: first.text }]
    const filled = item.within?.[0] === 'objects' ? PLACE.exec(item.text)?.[0] : undefined
    return filled === undefined ? [] : [{ item, paths: [], text: filled }]
  })
}

function blanksIn(item: Item): { path: string; text: string }[] {
  const found: { path: string; text: string }[] = []
  const visit = (value: unknown, steps: readonly PathStep[]) => {
    if (typeof value === 'string' && PLACE.test(value)) found.push({ path: printPath(steps), text: value })
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) visit(one, [...steps, index])
    else if (isJsonObject(value)) {
      for (const [key, one] of Object.entries(value)) if (decides(key, steps, item)) visit(one, [...steps, key])
    }
  }
  visit(item.value(), [])
  return found
}

/** Of the metadata only the namespace, and a Node's labels. */
function decides(key: string, [parent, ...further]: readonly PathStep[], { kind }: Item): boolean {
  if (parent !== 'metadata' || further.length > 0) return true
  return key === 'namespace' || (key === 'labels' && kind === 'Node')
}

/** The findings but those on a value that is not known yet, or on a template that holds one. */
export function withoutBlanks(findings: readonly Finding[], blanks: readonly Blank[]): readonly Finding[] {
  if (blanks.length === 0) return findings
  const byItem = new Map<object, readonly string[]>(blanks.map(({ item, paths }) => [item, paths]))
  return findings.filter((finding) => {
    const { item, template } = finding
    const paths = item && byItem.get(item)
    const own = paths && printPath(parsePath(ownPath(finding) ?? ''))
    if (own === undefined || own === '') return true
    return !paths?.some((path) => path === own || (template !== undefined && path.startsWith(`${own}.`)))
  })
}
