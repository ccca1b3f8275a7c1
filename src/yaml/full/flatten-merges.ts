import { isMap, isScalar, isSeq, type Pair } from 'yaml'
import { keyName } from './find-key-problem.ts'

/** Replaces, in place, every merge key by the keys that it brings in, as `toJS` does for values. */
export function flattenMerges(node: unknown): void {
  if (isSeq(node)) {
    for (const item of node.items) flattenMerges(item)
  } else if (isMap(node)) {
    for (const pair of node.items) flattenMerges(pair.value)
    if (node.items.some(isMerge)) node.items = merged(node.items)
  }
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && typeof key.value === 'symbol'
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? keyName(key.value) : ''
}

/** The mapping's own keys win, then those of the source that was named first. */
function merged(pairs: readonly Pair[]): Pair[] {
  const names = new Set(pairs.filter((pair) => !isMerge(pair)).map(nameOf))
  return pairs.flatMap((pair) => {
    if (!isMerge(pair)) return [pair]
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value]
    return sources.flatMap((source) => (isMap(source) ? source.items.filter((own) => isNew(nameOf(own), names)) : []))
  })
}

function isNew(name: string, names: Set<string>): boolean {
  return !names.has(name) && names.add(name).has(name)
}
