import fc from 'fast-check'
import { listText } from '../../test/resource-list/arbitrary-list.ts'
import type { Input } from '../property.ts'
import { CORPUS } from './corpus.ts'
import { type Choice, MUTATIONS } from './mutations.ts'

const NAMES = Object.keys(MUTATIONS)
const number = fc.nat(1_000_000)
const change = fc.record({ name: fc.constantFrom(...NAMES), place: number, other: number, size: fc.nat(1000) })

/** Fixtures, recorded cases and generated lists, as they are. */
export const wholeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...CORPUS) },
  { weight: 1, arbitrary: listText.map((list) => list.text) },
)

/** Few, since most of what was changed often is no YAML any more and goes no further. */
const changes = fc.oneof(
  { weight: 4, arbitrary: fc.array(change, { maxLength: 2, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(change, { maxLength: 8, size: 'max' }) },
)

/** The same with mutations, one after another. */
export const anyText: fc.Arbitrary<Input> = fc
  .tuple(wholeText, changes)
  .map(([whole, list]) => ({ text: encodable(list.reduce(mutate, whole)) }))

function mutate(whole: string, { name, ...choice }: Choice & { readonly name: string }): string {
  return MUTATIONS[name]?.(whole, choice) ?? whole
}

/** As it reaches a process: half of a surrogate pair can't be written as UTF-8. */
function encodable(whole: string): string {
  return whole.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}
