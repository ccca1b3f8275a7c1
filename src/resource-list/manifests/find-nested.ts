import { isJsonObject, type JsonObject, type PathStep, stringAt } from '../../json/json.ts'

/** Whether an object of that header is looked for inside others. */
export type IsWanted = (apiVersion: string | undefined, kind: string | undefined) => boolean

/** An object inside another value. */
export interface Nested {
  readonly value: JsonObject
  readonly steps: readonly PathStep[]
}

/** The outermost wanted objects at any depth of a value, itself aside: of a Policy, a ManifestWork, a playbook. */
export function findNested(root: unknown, isWanted: IsWanted): Nested[] {
  const found: Nested[] = []
  const steps: PathStep[] = []
  const enter = (step: PathStep, child: unknown) => {
    steps.push(step)
    visit(child)
    steps.pop()
  }
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const [index, child] of value.entries()) enter(index, child)
    if (!isJsonObject(value)) return
    if (steps.length > 0 && isWholeObject(value) && isWanted(stringAt(value, 'apiVersion'), stringAt(value, 'kind'))) {
      found.push({ value, steps: [...steps] })
      return
    }
    for (const [key, child] of Object.entries(value)) if (!isAside(value, key)) enter(key, child)
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
  // What patches change comes from elsewhere.
  if (/^patch/i.test(key)) return true
  if (key === 'objectDefinition') return stringAt(parent, 'complianceType')?.toLowerCase() === 'mustnothave'
  // Ansible's `kubernetes.core.k8s`.
  return (key === 'definition' || key === 'resource_definition') && parent.state === 'absent'
}
