import { type JsonObject, type JsonValue, objectAt, stringAt } from '../../../json/json.ts'
import type { Change } from '../../../resource-list/origin.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { textOf } from './kustomization.ts'

/** A change of some items. */
export interface TargetedChange {
  readonly change: Change
  /** `names`: what the item is called where it is written, and in the build. */
  readonly isFor: (kind: string | undefined, names: readonly string[]) => boolean
}

export function isForAll(): boolean {
  return true
}

/** By a target's kind and name, which are whole regular expressions. What else a target says is not looked at. */
export function isForTarget(target: JsonValue | undefined): TargetedChange['isFor'] {
  const kind = pattern(textOf(target, 'kind'))
  const name = pattern(textOf(target, 'name'))
  return (itsKind, names) => kind(itsKind ?? '') && names.some(name)
}

/** By what a patch says of itself. */
export function isForSame(patch: JsonObject): TargetedChange['isFor'] {
  const [kind, name] = [stringAt(patch, 'kind'), stringAt(patch, 'metadata', 'name')]
  return (itsKind, names) => kind === itsKind && name !== undefined && names.includes(name)
}

/** The changes of one item. */
export function changesOf(changes: readonly TargetedChange[], written: Item | undefined, value: JsonObject): Change[] {
  const names = [value, written?.value()].flatMap((one) => stringAt(objectAt(one, 'metadata'), 'name') ?? [])
  const kind = stringAt(value, 'kind')
  return changes.flatMap(({ change, isFor }) => (isFor(kind, names) ? [change] : []))
}

function pattern(text: string | undefined): (word: string) => boolean {
  if (text === undefined || text === '') return () => true
  try {
    const whole = new RegExp(`^(?:${text})$`)
    return (word) => whole.test(word)
  } catch {
    // Go's regular expressions have words that these have not.
    return () => true
  }
}
