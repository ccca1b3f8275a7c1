import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from '../src/run.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const CASES: { input: { hyperConverged: Json; nodes: Json[] } }[] = readFileSync(
  'test/fixtures/conformance/operators.jsonl',
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

// Values that people write by mistake, and some that nobody should.
const odd = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e30, '', ' ', 'x', [], {}, [null], { __proto__: 1 }, 'amd64', '5Gi'),
  fc.constantFrom<Json>(JSON.parse('{"__proto__":{"a":1}}'), { constructor: null }, [[[]]], 'a'.repeat(300), '\u0000'),
)

/** The value with one random part of it replaced by something odd. */
function replaceSomewhere(value: Json, steps: number[], by: Json): Json {
  const [step, ...rest] = steps
  if (step === undefined || value === null || typeof value !== 'object') return by
  const keys = Object.keys(value)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return by
  const copy: Json = structuredClone(value)
  Reflect.set(copy, key, replaceSomewhere(Reflect.get(value, key), rest, by))
  return copy
}

const steps = fc.array(fc.nat(20), { maxLength: 9 })

test('whatever stands in a HyperConverged or a Node: findings, never a crash, never a lost item', () => {
  fc.assert(
    fc.property(fc.nat(CASES.length - 1), steps, steps, odd, odd, (index, inTemplate, inNode, first, second) => {
      const { hyperConverged, nodes } = CASES[index]?.input ?? { hyperConverged: null, nodes: [] }
      const items = [
        replaceSomewhere(hyperConverged, inTemplate, first),
        ...nodes.map((node, at) => (at === 0 ? replaceSomewhere(node, inNode, second) : node)),
      ]
      const input = JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items })
      const { exitCode, stdout, stderr } = run(input)
      if (exitCode === 3) {
        expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringMatching(/^golden-images: .*must.*\n$/) })
        return
      }
      expect(exitCode).toBeLessThanOrEqual(1)
      expect(JSON.parse(stdout).items.slice(0, items.length)).toEqual(JSON.parse(JSON.stringify(items)))
      expect(run(stdout)).toMatchObject({ exitCode, stdout })
    }),
    { numRuns: 400 },
  )
})

test('ten thousand templates get their findings', () => {
  const template = (index: number) => ({
    metadata: { name: `image-${index}` },
    spec: {
      managedDataSource: `image-${index}`,
      schedule: '',
      template: { spec: { source: { registry: { url: 'docker://a/b' } } } },
    },
  })
  const hyperConverged = {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged', namespace: 'kubevirt-hyperconverged' },
    spec: {
      featureGates: { enableMultiArchBootImageImport: true },
      dataImportCronTemplates: Array.from({ length: 10_000 }, (_, index) => template(index)),
    },
    status: { nodeInfo: { workloadsArchitectures: ['amd64'] } },
  }
  const input = JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [hyperConverged] })
  const { exitCode, stdout } = run(input)
  expect(exitCode).toBe(1)
  const rules: string[] = parse(stdout).results.map(({ tags }: { tags: { rule: string } }) => tags.rule)
  for (const rule of ['HCOGoldenImageWithNoArchitectureAnnotation', 'data-import-cron-rejected', 'schedule-empty']) {
    expect(rules.filter((one) => one === rule)).toHaveLength(10_000)
  }
})
