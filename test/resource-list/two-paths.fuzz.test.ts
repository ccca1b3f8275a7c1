import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { JsonObject } from '../../src/json/json.ts'
import { readBlockList } from '../../src/resource-list/block/read-block-list.ts'
import type { KrmResult } from '../../src/resource-list/krm-result.ts'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { readWholeList } from '../../src/resource-list/whole/read-whole-list.ts'
import { listText } from './arbitrary-list.ts'
import { checkReading, json, kubernetesReading, oracle, values, wholeParse } from './check-reading.ts'
import { accepted, always, NOTHING } from './list-text.ts'
import { mutatedText } from './mutate-text.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 200)

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
          expect([json(item.value()), json([item.value()])]).toContain(json(kubernetesReading(document)))
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
      // Not `oracle`: broken texts have comments in places where `yaml` alone misreads what stands around them.
      fc.property(mutatedText(listText.map(({ text }) => text)), (text) => checkReading(text, wholeParse)),
      { numRuns: 2 * numRuns },
    )
  })
})
