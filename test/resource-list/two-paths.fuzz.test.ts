import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, parseDocument } from 'yaml'
import { isJsonObject, type JsonObject } from '../../src/resource-list/json.ts'
import type { KrmResult } from '../../src/resource-list/krm-result.ts'
import { readBlockList } from '../../src/resource-list/read-block-list.ts'
import { type ResourceList, readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { readWholeList } from '../../src/resource-list/read-whole-list.ts'
import { listText } from './arbitrary-list.ts'
import { accepted, always, NOTHING } from './list-text.ts'
import { mutatedText } from './mutate-text.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 200)

/** What `yaml` alone makes of the text; undefined when it finds an error, or not one document. */
function oracle(text: string): JsonObject | undefined {
  const documents = parseAllDocuments(text, { merge: true, schema: 'core', logLevel: 'silent', prettyErrors: false })
  if (documents.some(({ errors }) => errors.length > 0)) return undefined
  try {
    const values: unknown[] = documents.map((document) => document.toJS()).filter((value) => value !== null)
    return values.length === 1 && isJsonObject(values[0]) ? values[0] : undefined
  } catch {
    return undefined
  }
}

function values({ items }: ResourceList): unknown[] {
  return items.map((item) => item.value())
}

/** Key order counts, too, and `__proto__` is a key like any other. */
function json(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}

const emitted: fc.Arbitrary<JsonObject[]> = fc.array(
  fc.record({
    apiVersion: fc.constant('v1'),
    kind: fc.string(),
    spec: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
  }),
  { maxLength: 2 },
)
const results: fc.Arbitrary<KrmResult[]> = fc.array(
  fc.record({ message: fc.string(), severity: fc.constantFrom('error', 'warning', 'info') }),
  { maxLength: 2 },
)

describe('the cutter and the full parse', () => {
  test('the cutter is certain about block style, and reads the same items', () => {
    fc.assert(
      fc.property(listText, ({ text, count }) => {
        const list = accepted(readBlockList(text, () => false))
        expect(list.items).toHaveLength(count)
        const expected = oracle(text)
        expect(json(values(list))).toBe(json(expected?.items ?? []))
        expect(json(values(accepted(readWholeList(text))))).toBe(json(expected?.items ?? []))
        expect(json(list.functionConfig ?? null)).toBe(json(expected?.functionConfig ?? null))
      }),
      { numRuns },
    )
  })

  test('headers are those of the values, whether items are needed or not', () => {
    fc.assert(
      fc.property(listText, ({ text }) => {
        for (const list of [accepted(readResourceList(text)), accepted(readResourceList(text, always))]) {
          for (const item of list.items) {
            const { apiVersion, kind } = item.value()
            expect(item.apiVersion).toBe(typeof apiVersion === 'string' ? apiVersion : undefined)
            expect(item.kind).toBe(typeof kind === 'string' ? kind : undefined)
          }
        }
      }),
      { numRuns },
    )
  })

  test("an item's text is the item by itself", () => {
    fc.assert(
      fc.property(listText, ({ text }) => {
        for (const item of accepted(readResourceList(text)).items) {
          expect(text.startsWith(item.text, item.offset)).toBe(true)
          const document = parseDocument(item.text, { merge: true, schema: 'core', logLevel: 'silent' })
          expect([json(item.value()), json([item.value()])]).toContain(json(document.toJS()))
        }
      }),
      { numRuns },
    )
  })

  test('nothing changes when nothing is to change', () => {
    fc.assert(
      fc.property(listText, ({ text }) => {
        const hasResults = oracle(text)?.results !== undefined
        const written = accepted(readResourceList(text)).write(NOTHING)
        if (hasResults) expect(oracle(written)).not.toHaveProperty('results')
        else expect(written).toBe(text)
      }),
      { numRuns },
    )
  })

  test('both write the same values', () => {
    fc.assert(
      fc.property(listText, fc.array(fc.boolean(), { maxLength: 5 }), emitted, results, (input, drop, added, found) => {
        const before = oracle(input.text)
        const kept = (Array.isArray(before?.items) ? before.items : []).filter((_, index) => drop[index] !== true)
        for (const read of [readBlockList(input.text, always), readWholeList(input.text)]) {
          const list = accepted(read)
          const dropped = new Set(list.items.filter((_, index) => drop[index] === true))
          const written = list.write({ dropped, emitted: added, results: found })
          const after = oracle(written)
          expect(json(after?.items ?? [])).toBe(json([...kept, ...added]))
          expect(json(after?.results ?? [])).toBe(json(found))
          expect(json(after?.functionConfig ?? null)).toBe(json(before?.functionConfig ?? null))
          const breaks = written.split('\n').length - written.split('\r\n').length
          expect(breaks === 0 || !input.text.includes('\r\n')).toBe(true)
          // A second run that changes nothing finds what the first one wrote.
          const again = accepted(readResourceList(written))
          const sameAgain = again.write({ ...NOTHING, results: found })
          expect(json(oracle(sameAgain))).toBe(json(after))
        }
      }),
      { numRuns },
    )
  })
})

describe('a text that was broken at random', () => {
  test('is refused, or read as the full parse reads it', () => {
    fc.assert(
      fc.property(mutatedText(listText.map(({ text }) => text)), (text) => {
        const expected = oracle(text)
        const eager = readResourceList(text, always)
        expect(typeof (eager.ok ? eager.list.write(NOTHING) : eager.message)).toBe('string')
        if (eager.ok) {
          const read = values(eager.list)
          expect(json(read)).toBe(json(expected?.items ?? []))
          const dropped = new Set(eager.list.items.slice(0, 1))
          const after = oracle(eager.list.write({ dropped, emitted: [{ kind: 'On' }], results: [] }))
          expect(json(after?.items)).toBe(json([...read.slice(1), { kind: 'On' }]))
          expect(after).not.toHaveProperty('results')
        }
        const lazy = readResourceList(text)
        if (!lazy.ok || expected === undefined) return
        const items = Array.isArray(expected.items) ? expected.items : []
        expect(json(lazy.list.items.map(({ kind }) => kind))).toBe(json(items.map(kindOf)))
        if (expected.results === undefined && !text.includes('*')) expect(lazy.list.write(NOTHING)).toBe(text)
      }),
      { numRuns: 2 * numRuns },
    )
  })
})

function kindOf(item: unknown): string | undefined {
  return isJsonObject(item) && typeof item.kind === 'string' ? item.kind : undefined
}
