import type { CST } from 'yaml'
import { DEEPEST } from '../bounds.ts'

/** The offset of the first collection nested deeper than DEEPEST. Iterates, since its input may be as deep as it likes. */
export function findTooDeep(document: CST.Document): number | undefined {
  const left: { token: CST.Token; depth: number }[] = []
  if (document.value !== undefined) left.push({ token: document.value, depth: 1 })
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next
    if (!isCollectionToken(token)) continue
    if (depth > DEEPEST) return token.offset
    for (const item of token.items) {
      if (item.key) left.push({ token: item.key, depth: depth + 1 })
      if (item.value) left.push({ token: item.value, depth: depth + 1 })
    }
  }
  return undefined
}

export function isCollectionToken(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection'
}
