import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import type { Settings } from '../../src/config/settings.ts'
import { printSummary } from '../../src/formats/summary.ts'
import { assembleResourceList } from '../../src/resource-list/assemble-resource-list.ts'
import { readManifests } from '../../src/resource-list/read-manifests.ts'
import { RULES } from '../../src/rules/index.ts'
import { countImages, type Evaluation, evaluate } from '../../src/run.ts'

const FOLDER = 'test/fixtures/rules'
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))

// A case is a file of manifests, with the configuration among them, and the summary that a user reads beside it.
// `vitest -u` writes the summaries anew.
describe('rules on manifests', () => {
  test.for(NAMES)('%s', async (name) => {
    const evaluation = evaluateCase(name)
    const summary = printSummary(evaluation.findings, countImages(evaluation))
    await expect(summary).toMatchFileSnapshot(`../../${FOLDER}/${name}.txt`)
  })

  test.for(NAMES.filter((name) => name.startsWith('ok-')))('%s is silent', (name) => {
    expect(evaluateCase(name).findings).toEqual([])
  })

  test.for(RULES.map(({ id }) => id))('%s has a case that it finds', (id) => {
    const cases = NAMES.filter((name) => name === id || name.startsWith(`${id}-`))
    expect(cases).not.toEqual([])
    for (const name of cases) expect(evaluateCase(name).findings.map(({ rule }) => rule)).toContain(id)
  })

  test('ids are unique and every rule tells why and what to do', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { summary, why, remediation } of RULES) {
      expect([summary, why, remediation].every((text) => text.endsWith('.'))).toBe(true)
    }
  })
})

function evaluateCase(name: string): Evaluation {
  const read = readManifests(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8'), `${name}.yaml`)
  if (!read.ok) throw new Error(read.message)
  const values = read.items.map((item) => item.value())
  const configuration = readConfiguration(values.find(({ kind }) => kind === 'GoldenImages'))
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  return evaluate(assembleResourceList(values).items, configuration.settings satisfies Settings)
}
