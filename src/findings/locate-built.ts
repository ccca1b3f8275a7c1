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
  readonly change: Change
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
  const own: Change[] = written ? [{ at: [], value: written.value(), isWhole: false, passage: written, path: [] }] : []
  const all = [...changes, ...own]
  const lists = all.flatMap(({ at, value }) => (at.length === 0 ? [value] : []))
  return (path) => {
    const steps = parsePath(path ?? '')
    const built = follow({ value: origin.built, path: [] }, steps, [])
    const reaches: Reach[] = []
    for (const change of all) {
      if (!isAbout(change, steps, built, lists)) continue
      const depth = change.at.length
      const stops = follow({ value: change.value, path: change.path }, steps.slice(depth), built.slice(depth))
      reaches.push({ change, stops: [...change.at.map(() => undefined), ...stops] })
      // What came before it is not there any more.
      if (change.isWhole || stops.some(({ value }) => Array.isArray(value))) break
    }
    const found = choose(reaches, built)
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

/** Whether a change puts something at the path, or at what holds that. `texts` are objects that lists may come from. */
function isAbout(
  { at, value }: Change,
  steps: readonly PathStep[],
  built: readonly Stop[],
  texts: readonly (JsonValue | undefined)[],
): boolean {
  if (at.length > steps.length) return false
  let before = texts
  for (const [index, step] of at.entries()) {
    const wanted = steps[index]
    const element = built[index + 1]?.value
    if (typeof wanted === 'number') {
      const put = index === at.length - 1 ? value : undefined
      const old = before.map((list) => (Array.isArray(list) && typeof step === 'number' ? list[step] : undefined))
      if (!isElement(step, wanted, element, put, old)) return false
      before = old
    } else if (step !== wanted) return false
    else before = before.map((text) => member(text, wanted))
  }
  return true
}

/** Whether a step into a list leads to the element: by the name that it has been given, or had there, else by its place. */
function isElement(
  step: PathStep,
  wanted: number,
  element: JsonValue | undefined,
  put: JsonValue | undefined,
  old: readonly (JsonValue | undefined)[],
): boolean {
  if (step === '*') return true
  const name = nameOf(element)
  if (step === '-') return name === undefined ? equalJson(element, put) : name === nameOf(put)
  const given = nameOf(put)
  const names = given === undefined ? old.flatMap((one) => nameOf(one) ?? []) : [given]
  return name === undefined || names.length === 0 ? step === wanted : names.includes(name)
}

/** What a list's elements are told apart by. */
function nameOf(value: JsonValue | undefined): string | undefined {
  return isJsonObject(value) ? (stringAt(value, 'metadata', 'name') ?? stringAt(value, 'name')) : undefined
}

/** Where the text stands that says what the build has; the last change is the first. */
function choose(
  reaches: readonly Reach[],
  built: readonly Stop[],
): { passage: Passage; path: readonly PathStep[] } | undefined {
  const depth = built.length - 1
  const last = built[depth]?.value
  const at = (reach: Reach | undefined, place: number) => {
    const stop = reach?.stops[place]
    return reach && stop && { passage: reach.change.passage, path: stop.path }
  }
  if (depth === 0) return at(reaches.at(-1), 0)
  const taken = reaches.find(({ stops }) => stops[depth + 1]?.value === null)
  if (taken) return at(taken, depth + 1)
  const equal = reaches.find(({ stops }) => {
    const stop = stops[depth]
    return stop !== undefined && equalJson(stop.value, last)
  })
  if (equal) return at(equal, depth)
  const workedOut = reaches.find(({ stops }) => stops.length - 1 <= depth && stops.at(-1)?.value === undefined)
  if (workedOut) return at(workedOut, workedOut.stops.length - 1)
  // A collection can be of several texts, of which the first began it; any other value is of one, or is worked out somehow.
  const isCollection = typeof last === 'object' && last !== null
  return isCollection
    ? at(
        [...reaches].reverse().find(({ stops }) => stops[depth]),
        depth,
      )
    : undefined
}
