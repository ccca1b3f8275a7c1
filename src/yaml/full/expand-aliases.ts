import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { DEEPEST, MOST_COPIED_CHARACTERS, MOST_COPIED_VALUES } from '../bounds.ts'
import type { YamlProblem } from '../yaml-problem.ts'

type Expanded = { ok: true; aliases: number } | { ok: false; problem: YamlProblem }

interface Anchored {
  readonly node: Scalar | YAMLMap | YAMLSeq
  readonly measure: Measure
}

/** What an alias brings in. */
interface Measure {
  readonly values: number
  /** Of scalars and comments. */
  readonly characters: number
  /** In levels. */
  readonly height: number
}

interface ExpandedNode {
  /** The node to put in the place of the one that was there. */
  readonly node: unknown
  readonly measure: Measure
}

const MOST = `${MOST_COPIED_VALUES} values, ${MOST_COPIED_CHARACTERS} characters or ${DEEPEST} levels`
const TOO_MUCH = `the aliases must not stand for more than ${MOST}`
const NOTHING: Measure = { values: 1, characters: 0, height: 0 }

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
  #copiedValues = 0
  #copiedCharacters = 0
  readonly #anchored = new Map<string, Anchored>()

  expand(node: unknown, depth: number): ExpandedNode {
    if (isAlias(node)) return this.#copyFor(node, depth)
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { node, measure: NOTHING }
    const { anchor } = node
    // An alias inside its own anchor has no value, not even that of an earlier anchor of the same name.
    if (anchor !== undefined) this.#anchored.delete(anchor)
    const measure = { values: 1, characters: charactersOf(node), height: 0 }
    const visit = (child: unknown): unknown => {
      const expanded = this.expand(child, depth + 1)
      measure.values += expanded.measure.values
      measure.characters += expanded.measure.characters
      measure.height = Math.max(measure.height, expanded.measure.height + 1)
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
    if (anchor !== undefined) {
      this.#anchored.set(anchor, { node, measure })
      delete node.anchor
    }
    return { node, measure }
  }

  #copyFor(alias: Alias, depth: number): ExpandedNode {
    this.aliases++
    const target = this.#anchored.get(alias.source)
    if (target === undefined) {
      return this.#refuse(alias, `the alias "*${alias.source}" must come after an anchor "&${alias.source}"`)
    }
    if (this.#isTooMuch(target.measure, depth)) return this.#refuse(alias, TOO_MUCH)
    const node = target.node.clone()
    node.comment = alias.comment
    node.commentBefore = alias.commentBefore
    node.spaceBefore = alias.spaceBefore
    return { node, measure: target.measure }
  }

  #isTooMuch({ values, characters, height }: Measure, depth: number): boolean {
    this.#copiedValues += values
    this.#copiedCharacters += characters
    const isMore = this.#copiedValues > MOST_COPIED_VALUES || this.#copiedCharacters > MOST_COPIED_CHARACTERS
    return isMore || depth + height > DEEPEST
  }

  #refuse(alias: Alias, message: string): ExpandedNode {
    this.problem ??= { message, offset: alias.range?.[0] ?? 0 }
    return { node: alias, measure: NOTHING }
  }
}

/** What the node itself has, without what is in it. */
function charactersOf(node: Anchored['node']): number {
  const text = isScalar(node) ? (node.source?.length ?? 0) : 0
  return text + (node.comment?.length ?? 0) + (node.commentBefore?.length ?? 0)
}
