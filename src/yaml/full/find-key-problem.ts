import { isMap, isScalar, isSeq } from 'yaml'
import { type ParseBudget, TOO_MANY_KEYS } from '../parse-budget.ts'
import type { YamlProblem } from '../yaml-problem.ts'

/** The first key, anywhere in the node, that an object of JSON could not have, or that its mapping has twice. */
export function findKeyProblem(node: unknown, budget?: ParseBudget): YamlProblem | undefined {
  if (isSeq(node)) return firstProblem(node.items, budget)
  if (!isMap(node)) return undefined
  const names = new Set<string>()
  for (const { key, value } of node.items) {
    const problem = isScalar(key)
      ? takeKey(key.value, names, budget)
      : 'a key must be a string, not a list or a mapping'
    if (problem !== undefined) return { message: problem, offset: offsetOf(key) ?? offsetOf(node) ?? 0 }
    if (isScalar(key) && typeof key.value === 'symbol' && !isMergeSource(value)) {
      return { message: 'the value of `<<` must be a mapping or a list of mappings', offset: offsetOf(key) ?? 0 }
    }
    const inside = findKeyProblem(value, budget)
    if (inside !== undefined) return inside
  }
  return undefined
}

function firstProblem(nodes: readonly unknown[], budget: ParseBudget | undefined): YamlProblem | undefined {
  for (const node of nodes) {
    const problem = findKeyProblem(node, budget)
    if (problem !== undefined) return problem
  }
  return undefined
}

function takeKey(value: unknown, names: Set<string>, budget: ParseBudget | undefined): string | undefined {
  const name = keyName(value)
  if (budget?.takeKey(name) === false) return TOO_MANY_KEYS
  if (names.has(name)) return `the key ${JSON.stringify(name)} is there twice; one of them must go`
  names.add(name)
  return undefined
}

/** The name that a key gets in an object. Merge keys are read as a symbol. */
export function keyName(value: unknown): string {
  if (typeof value === 'symbol') return '<<'
  return value === null ? '' : String(value)
}

function isMergeSource(value: unknown): boolean {
  return isMap(value) || (isSeq(value) && value.items.every((item) => isMap(item)))
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
}
