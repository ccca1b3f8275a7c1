import { isJsonObject, type JsonObject, type JsonValue, type PathStep, stringAt } from '../../json/json.ts'
import { readModule } from './ansible-module.ts'
import type { Wanted } from './wanted.ts'

/** What was found inside of a value: an object, a string that may hold some, or a patch of one. */
export type Nested =
  | {
      readonly kind: 'object'
      readonly value: JsonObject
      readonly steps: readonly PathStep[]
      /** A policy merges it into the one that is there. */
      readonly isMerged: boolean
    }
  | { readonly kind: 'string'; readonly value: string; readonly steps: readonly PathStep[] }
  | { readonly kind: 'patch'; readonly steps: readonly PathStep[] }

/** The outermost wanted objects at any depth of a value, itself aside: of a Policy, a ManifestWork, a playbook. */
export function findNested(root: unknown, { isWanted, isMentioned, kindIn }: Wanted): Nested[] {
  const found: Nested[] = []
  const steps: PathStep[] = []
  let compliance: string | undefined
  const enter = (step: PathStep, child: JsonValue) => {
    steps.push(step)
    visit(child)
    steps.pop()
  }
  const visit = (value: unknown) => {
    if (typeof value === 'string' && kindIn(value) >= 0) found.push({ kind: 'string', value, steps: [...steps] })
    if (Array.isArray(value)) for (const [index, child] of value.entries()) enter(index, child)
    if (!isJsonObject(value)) return
    if (steps.length > 0 && isWholeObject(value) && isWanted(stringAt(value, 'apiVersion'), stringAt(value, 'kind'))) {
      found.push({ kind: 'object', value, steps: [...steps], isMerged: compliance === 'musthave' })
      return
    }
    for (const [key, child] of Object.entries(readModule(value) ?? value)) {
      compliance = key === 'objectDefinition' ? complianceOf(value) : undefined
      if (/^patch/i.test(key)) {
        // A kustomization need not say its kind; whoever builds it reads its patches.
        const patches = steps.length === 0 && value.kind === undefined ? [] : mentionsIn(child, isMentioned)
        for (const patch of patches) found.push({ kind: 'patch', steps: [...steps, key, ...patch] })
      } else if (!isAside(value, key)) enter(key, child)
    }
  }
  visit(root)
  return found
}

/** What names an object alone, as an owner reference or a health check does, is none. */
function isWholeObject(value: JsonObject): boolean {
  return isJsonObject(value.metadata) || isJsonObject(value.spec)
}

/** Whether what a member holds is no object that will be there. */
function isAside(parent: JsonObject, key: string): boolean {
  // Owners, the object as it was last applied, what an operator has seen.
  if (key === 'metadata' || key === 'status') return typeof parent.kind === 'string'
  return key === 'objectDefinition' && complianceOf(parent) === 'mustnothave'
}

/** What an ACM policy asks of an object; any case is allowed. */
function complianceOf(parent: JsonObject): string | undefined {
  return stringAt(parent, 'complianceType')?.toLowerCase()
}

/** The entries of a list of patches that speak of a wanted object; of anything else, itself. */
function mentionsIn(patches: JsonValue, isMentioned: (text: string) => boolean): PathStep[][] {
  const speaks = (patch: JsonValue) => isMentioned(JSON.stringify(patch))
  if (!Array.isArray(patches)) return speaks(patches) ? [[]] : []
  return patches.flatMap((patch, index) => (speaks(patch) ? [[index]] : []))
}
