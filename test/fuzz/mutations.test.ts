/** Each mutation changes a list, now and then at least; what comes of them is read by many ways. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../fuzz/inputs/any-text.ts'
import { CORPUS } from '../../fuzz/inputs/corpus.ts'
import { MUTATIONS } from '../../fuzz/inputs/mutations.ts'
import { run } from '../../src/run.ts'

const LIST = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata:
    name: kubevirt-hyperconverged
    namespace: "kubevirt-hyperconverged"
`

test.for(Object.entries(MUTATIONS))(
  '%s changes a text, the same way each time, and bears an empty one',
  ([, mutate]) => {
    const choices = fc.sample(fc.record({ place: fc.nat(), other: fc.nat(), size: fc.nat() }), { seed: 1, numRuns: 50 })
    const results = choices.map((choice) => mutate(LIST, choice))
    expect(results).toEqual(choices.map((choice) => mutate(LIST, choice)))
    expect(results.filter((text) => text !== LIST).length).toBeGreaterThan(10)
    for (const choice of choices) expect(typeof mutate('', choice)).toBe('string')
  },
)

test('every text that inputs begin with is a list that the function answers', () => {
  expect(CORPUS.length).toBeGreaterThan(500)
  const unread = CORPUS.filter((text) => run(text).exitCode === 3)
  // Fixtures of what can't be read are among them.
  expect(unread.length).toBeLessThan(CORPUS.length / 20)
})

test('inputs come to every exit code, and can be written as UTF-8', () => {
  const texts = fc.sample(anyText, { seed: 1, numRuns: 300 }).map(({ text }) => text)
  expect(new Set(texts.map((text) => run(text).exitCode))).toEqual(new Set([0, 1, 2, 3]))
  for (const text of texts) expect(Buffer.from(text).toString()).toBe(text)
})
