import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { DEEPEST } from './measure-depth.ts'
import type { YamlProblem } from './yaml-problem.ts'

/** How many values all aliases of one document may stand for together. */
const MOST = 100_000

type Expanded = { ok: true; aliases: number } | { ok: false; problem: YamlProblem }

interface Anchored {
  readonly node: Scalar | YAMLMap | YAMLSeq
  readonly size: number
  readonly height: number
}

/**
 * Replaces, in place, every alias by a copy of what it stands for, and takes the anchors away. A problem when an alias
 * has no anchor before it, or when a few lines would become more than any reader should hold.
 */
export function expandAliases(root: unknown): Expanded {
  const expansion = new Expansion()
  expansion.expand(root, 0)
  const { problem, aliases } = expansion
  return problem === undefined ? { ok: true, aliases } : { ok: false, problem }
}

class Expansion {
  problem: YamlProblem | undefined
  aliases = 0
  #copied = 0
  readonly #anchored = new Map<string, Anchored>()

  /** The node to put in this one's place, with its size in values and its height in levels. */
  expand(node: unknown, depth: number): { node: unknown; size: number; height: number } {
    if (isAlias(node)) return this.#copyFor(node, depth)
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined
    // An alias inside its own anchor has no value, not even that of an earlier anchor of the same name.
    if (anchor !== undefined) this.#anchored.delete(anchor)
    let size = 1
    let height = 0
    const visit = (child: unknown): unknown => {
      const expanded = this.expand(child, depth + 1)
      size += expanded.size
      height = Math.max(height, expanded.height + 1)
      return expanded.node
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        pair.key = visit(pair.key)
        pair.value = visit(pair.value)
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) node.items[index] = visit(item)
    }
    if (anchor !== undefined && (isMap(node) || isSeq(node) || isScalar(node))) {
      this.#anchored.set(anchor, { node, size, height })
      delete node.anchor
    }
    return { node, size, height }
  }

  #copyFor(alias: Alias, depth: number): { node: unknown; size: number; height: number } {
    this.aliases++
    const offset = alias.range?.[0] ?? 0
    const target = this.#anchored.get(alias.source)
    if (target === undefined) {
      this.problem ??= { message: `the alias "*${alias.source}" must come after an anchor "&${alias.source}"`, offset }
      return { node: alias, size: 1, height: 0 }
    }
    const { size, height } = target
    this.#copied += size
    if (this.#copied > MOST || depth + height > DEEPEST) {
      this.problem ??= {
        message: `the aliases must not stand for more than ${MOST} values or ${DEEPEST} levels`,
        offset,
      }
      return { node: alias, size: 1, height: 0 }
    }
    const node = target.node.clone()
    node.comment = alias.comment
    node.commentBefore = alias.commentBefore
    node.spaceBefore = alias.spaceBefore
    return { node, size, height }
  }
}
