/** That what does not hold is found, by seed, made small, kept as a file, and told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFound, writeFound } from '../../fuzz/found.ts'
import { readOptions } from '../../fuzz/options.ts'
import type { Property } from '../../fuzz/property.ts'
import { reduce } from '../../fuzz/reduce.ts'
import { BATCH, search } from '../../fuzz/search.ts'
import { withFolder } from '../examples/working-copy.ts'

const inputs = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n'), { maxLength: 12 })
  .map((lines) => ({ text: lines.join('') }))

function property(name: string, check: (text: string) => void): Property {
  return { name, inputs, check: ({ text }) => check(text) }
}

const sound = property('sound', () => {})
const faulty = property('faulty', (text) => {
  if (/b\n.*c\n/s.test(text)) throw new Error('b must not come before c')
})
const options = { properties: [sound, faulty], seed: 7, runs: 1000, seconds: Number.POSITIVE_INFINITY }

test('what does not hold is found and made as small as it can be', () => {
  const found = search(options, () => {})
  expect(found).toMatchObject({ property: faulty, input: { text: 'b\nc\n' }, message: 'b must not come before c' })
})

test('the seed of what was found finds it again', () => {
  const { seed = 0 } = search(options, () => {}) ?? {}
  expect(search({ ...options, seed, runs: BATCH }, () => {})).toMatchObject({ seed, input: { text: 'b\nc\n' } })
})

test('the same seed gives the same inputs, another one others', () => {
  const inputsOf = (seed: number) => {
    const seen: string[] = []
    search({ properties: [property('seen', (text) => seen.push(text))], seed, runs: 250, seconds: 1000 }, () => {})
    return seen
  }
  expect(inputsOf(3)).toHaveLength(250)
  expect(inputsOf(3)).toEqual(inputsOf(3))
  expect(inputsOf(3)).not.toEqual(inputsOf(1003))
})

test('each property has its runs, by turns; no time is no run', () => {
  const counts: string[] = []
  const both = [sound, property('other', () => {})]
  search({ ...options, properties: both, runs: 150 }, (now) => counts.push([...now.values()].join()))
  expect(counts).toEqual(['100,0', '100,100', '150,100', '150,150'])
  expect(search({ ...options, seconds: 0 }, () => {})).toBeUndefined()
})

test('an input is reduced by lines and characters, and one beside another stays whole', () => {
  expect(reduce({ text: 'x\nyes: no\nz\n' }, ({ text }) => text.includes('s:'))).toEqual({ text: 's:' })
  const pair = { text: 'a\nb\n', undisturbed: 'a\n' }
  expect(reduce(pair, () => true)).toEqual(pair)
})

test('what is kept as a file is read as it was', () => {
  withFolder((folder) => {
    const odd = { text: '\ufeffa: "\u0000"\r\n é 😀' }
    const pair = { text: '# x\na: 1\n', undisturbed: 'a: 1\n' }
    for (const input of [odd, pair]) writeFound('name', input, folder)
    expect([...readFound(folder).values()]).toEqual(expect.arrayContaining([odd, pair]))
    expect([...readFound(folder).keys()]).toEqual([
      expect.stringMatching(/^name-[0-9a-f]{8}\.yaml$/),
      expect.anything(),
    ])
  })
})

test('the command line is read, and what is wrong with it is said', () => {
  const missing: Property = { ...sound, name: 'missing', missing: 'no such program' }
  const read = (...args: string[]) => readOptions(args, [sound, faulty, missing], 5)
  expect(read()).toEqual({ properties: [sound, faulty], seed: 5, runs: Number.POSITIVE_INFINITY, seconds: 60 })
  expect(read('--runs', '9', '--seed', '3', '--property', 'faulty')).toEqual({
    properties: [faulty],
    seed: 3,
    runs: 9,
    seconds: Number.POSITIVE_INFINITY,
  })
  expect(() => read('--property', 'x')).toThrow('--property knows sound, faulty, missing, not `x`')
  expect(() => read('--property', 'missing')).toThrow("--property missing can't be tried: no such program")
  expect(() => read('--seconds', 'x')).toThrow('--seconds must be a number from 1, not `x`')
})
