import { equalJson } from '../json/equal-json.ts'
import { isJsonObject, type JsonValue, member, type PathStep, stringAt } from '../json/json.ts'
import type { Change, Passage } from '../resource-list/origin.ts'
import type { NamedItem } from '../resource-list/read-resource-list.ts'
import { parsePath, printPath } from './field-path.ts'
import type { Locator } from './position.ts'

/** A value on the way along a path. */
interface Stop {
  readonly value: JsonValue | undefined
  readonly path: readonly PathStep[]
}

/** How far a text follows a path: its stops by their depth, none where the text does not begin yet. */
interface Reach {
  readonly passage: Passage
  readonly stops: readonly (Stop | undefined)[]
}

/**
 * Finds the values of an item that a build made where they are written: in the change that put them there, the last
 * first; else in the item's own file; else at the kustomization. What is absent is shown by what would hold it.
 */
export function locateBuilt(item: NamedItem, locate: (passage: Passage) => Locator): Locator {
  const { origin } = item
  if (!origin) return locate(item)
  const { written, changes, kustomization } = origin
  const locators = new Map<Passage, Locator>()
  const locateOnce = (passage: Passage) => {
    const locator = locators.get(passage) ?? locate(passage)
    locators.set(passage, locator)
    return locator
  }
  const whole = written && { at: [], value: written.value(), passage: written, path: [] }
  return (path) => {
    const steps = parsePath(path ?? '')
    const built = follow({ value: origin.built, path: [] }, steps, [])
    const reach = (change: Change): Reach[] => {
      if (!isAbout(change, steps, built, whole?.value)) return []
      const depth = change.at.length
      const stops = follow({ value: change.value, path: change.path }, steps.slice(depth), built.slice(depth))
      return [{ passage: change.passage, stops: [...change.at.map(() => undefined), ...stops] }]
    }
    const found = choose(changes.flatMap(reach), whole ? reach(whole)[0] : undefined, built)
    return found ? locateOnce(found.passage)(printPath(found.path)) : locateOnce(kustomization)('')
  }
}

/** Goes along a path as far as there is something; elements of a list are the same when they have the same name. */
function follow(start: Stop, steps: readonly PathStep[], built: readonly Stop[]): Stop[] {
  const stops = [start]
  let here = start
  for (const [index, step] of steps.entries()) {
    const next = enter(here.value, step, built[index + 1]?.value)
    if (!next) break
    here = { value: next.value, path: [...here.path, next.step] }
    stops.push(here)
  }
  return stops
}

function enter(value: JsonValue | undefined, step: PathStep, built: JsonValue | undefined) {
  if (typeof step === 'string') {
    const inner = member(value, step)
    return inner === undefined ? undefined : { step, value: inner }
  }
  if (!Array.isArray(value)) return undefined
  const name = nameOf(built)
  const place = name === undefined ? step : value.findIndex((element) => nameOf(element) === name)
  const inner = value[place]
  return inner === undefined ? undefined : { step: place, value: inner }
}

/** Whether a change puts something at the path, or at what holds that. */
function isAbout(
  { at, value }: Change,
  steps: readonly PathStep[],
  built: readonly Stop[],
  written: JsonValue | undefined,
): boolean {
  if (at.length > steps.length) return false
  let before = written
  for (const [index, step] of at.entries()) {
    const wanted = steps[index]
    const element = built[index + 1]?.value
    const isLast = index === at.length - 1
    if (step === '*') before = undefined
    else if (typeof wanted === 'number') {
      const [name, put] = [nameOf(element), isLast ? nameOf(value) : undefined]
      const old = typeof step === 'number' && Array.isArray(before) ? before[step] : undefined
      const said = put ?? nameOf(old)
      const isSame = name !== undefined && said !== undefined ? name === said : step === wanted
      if (!isSame && !(step === '-' && isLast && equalJson(element, value))) return false
      before = old
    } else if (step !== wanted) return false
    else before = member(before, wanted)
  }
  return true
}

/** What a list's elements are told apart by. */
function nameOf(value: JsonValue | undefined): string | undefined {
  return isJsonObject(value) ? (stringAt(value, 'metadata', 'name') ?? stringAt(value, 'name')) : undefined
}

/** Where the text stands that says what the build has. */
function choose(
  changes: readonly Reach[],
  own: Reach | undefined,
  built: readonly Stop[],
): { passage: Passage; path: readonly PathStep[] } | undefined {
  const depth = built.length - 1
  const last = built[depth]?.value
  const at = (reach: Reach | undefined, place: number) => {
    const stop = reach?.stops[place]
    return reach && stop && { passage: reach.passage, path: stop.path }
  }
  if (depth === 0 && own) return at(own, 0)
  const taken = changes.find(({ stops }) => stops[depth + 1]?.value === null)
  if (taken) return at(taken, depth + 1)
  const equal = [...changes, ...(own ? [own] : [])].find(({ stops }) => {
    const stop = stops[depth]
    return stop !== undefined && equalJson(stop.value, last)
  })
  if (equal) return at(equal, depth)
  const workedOut = changes.find(({ stops }) => stops.length - 1 <= depth && stops.at(-1)?.value === undefined)
  if (workedOut) return at(workedOut, workedOut.stops.length - 1)
  // A collection can be of many texts; a value is of one, or is worked out somehow.
  const isCollection = typeof last === 'object' && last !== null
  const holding = isCollection ? [own, ...changes].find((reach) => reach?.stops[depth]) : undefined
  return at(holding, depth)
}
