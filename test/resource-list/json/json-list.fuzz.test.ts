import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/json/json.ts'
import { readJsonManifests } from '../../../src/resource-list/manifests/read-json-manifests.ts'
import { readResourceList } from '../../../src/resource-list/read-resource-list.ts'
import { accepted, NOTHING } from '../list-text.ts'
import { mutatedText } from '../mutate-text.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 300)

const text = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\\"', '}, {', '"items": [', '\n', '\u2028', '__proto__'))
// JSON.parse of Node 24 takes the keys `"\\n"` and `"\" "` for others, once it has seen one with a backslash in their place.
const key = text.filter((name) => !name.includes('\\'))
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom<JsonValue>(null, true, 0, -1.5, 1e30),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}))
const item = fc
  .tuple(fc.constantFrom('Node', 'ConfigMap', 12), fc.dictionary(key, value, { maxKeys: 3 }))
  .map(([kind, rest]): JsonObject => ({ ...rest, apiVersion: 'v1', kind }))

const list = fc
  .record({
    items: fc.oneof(
      { weight: 5, arbitrary: fc.array(item, { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    others: fc.constantFrom<JsonObject>(
      {},
      { results: [] },
      { results: [{ message: 'old' }] },
      { functionConfig: { a: 1 } },
    ),
    order: fc.boolean(),
    space: fc.constantFrom(undefined, 1, 2, 4, '\t', 'spaced'),
    end: fc.constantFrom('', '\n', ' \r\n'),
  })
  .map(({ items, others, order, space, end }) => {
    const head = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList' }
    const whole = order ? { ...others, ...head, items } : { ...head, items, ...others }
    return { whole, text: (space === 'spaced' ? spaced(whole) : JSON.stringify(whole, null, space)) + end }
  })

/** As Python prints it. */
function spaced(json: JsonValue): string {
  if (Array.isArray(json)) return `[${json.map(spaced).join(', ')}]`
  if (!isJsonObject(json)) return JSON.stringify(json)
  return `{${Object.entries(json)
    .map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`)
    .join(', ')}}`
}

test('items are those of the JSON, and nothing changes when nothing is to change', () => {
  fc.assert(
    fc.property(list, fc.boolean(), ({ whole, text }, needed) => {
      const read = accepted(readResourceList(text, () => needed))
      expect(JSON.stringify(read.items.map((one) => one.value()))).toBe(JSON.stringify(whole.items ?? []))
      for (const one of read.items) {
        expect(text.startsWith(one.text, one.offset)).toBe(true)
        expect(JSON.stringify(JSON.parse(one.text))).toBe(JSON.stringify(one.value()))
        expect(one.kind).toBe(typeof one.value().kind === 'string' ? one.value().kind : undefined)
      }
      const written = read.write(NOTHING)
      if ('results' in whole) expect(JSON.parse(written)).not.toHaveProperty('results')
      else expect(written).toBe(text)
    }),
    { numRuns },
  )
})

test('what is written is JSON in the style of the input', () => {
  fc.assert(
    fc.property(
      list,
      fc.array(fc.boolean(), { maxLength: 4 }),
      fc.array(item, { maxLength: 2 }),
      fc.boolean(),
      (...args) => {
        const [{ whole, text }, drop, emitted, hasResults] = args
        const read = accepted(readResourceList(text))
        const results = hasResults ? [{ message: 'new', severity: 'error' as const }] : []
        const dropped = new Set(read.items.filter((_, index) => drop[index]))
        const written = read.write({ dropped, emitted, results })
        const kept = (whole.items ?? []).filter((_, index) => !drop[index])
        const { results: _, ...rest } = { results: [], ...whole }
        const items = whole.items === null && emitted.length === 0 ? null : [...kept, ...emitted]
        expect(JSON.parse(written)).toEqual({ ...rest, items, ...(hasResults ? { results } : {}) })
        expect(written.split('\n').length === 1).toBe(text.split('\n').length === 1)
      },
    ),
    { numRuns },
  )
})

test('a text that was broken at random is refused, or read as JSON or YAML', () => {
  fc.assert(
    fc.property(mutatedText(list.map(({ text }) => text)), (text) => {
      const read = readResourceList(text, () => true)
      const json = parsed(text)
      if (!read.ok) {
        expect(read.message).not.toBe('')
      } else if (isJsonObject(json)) {
        expect(JSON.stringify(read.list.items.map((one) => one.value()))).toBe(JSON.stringify(json.items ?? []))
      }
      const manifests = readJsonManifests(text)
      if (json !== undefined && manifests !== undefined) expect(manifests.map((one) => one.value)).toEqual([json])
    }),
    { numRuns: 2 * numRuns },
  )
})

function parsed(text: string): JsonValue | undefined {
  try {
    const json: JsonValue = JSON.parse(text)
    return json
  } catch {
    return undefined
  }
}
