import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { printSummary } from '../../src/formats/summary.ts'
import { assembleResourceList } from '../../src/resource-list/assemble-resource-list.ts'
import { readManifests } from '../../src/resource-list/read-manifests.ts'
import { RULES } from '../../src/rules/index.ts'
import { countImages, type Evaluation, evaluate } from '../../src/run.ts'

const FOLDER = 'test/fixtures/rules'

// A case is a file of manifests, with the configuration among them; `<rule>.yaml`, or `<rule>.<variant>.yaml`. Those in
// err/ have beside them the summary that a user reads (`vitest -u` writes it anew); those in ok/ must be silent.
describe('rules on manifests', () => {
  test.for(cases('err'))('%s is found', async (name) => {
    const evaluation = evaluateCase(`err/${name}`)
    expect(evaluation.findings.map(({ rule }) => rule)).toContain(name.split('.')[0])
    const summary = printSummary(evaluation.findings, countImages(evaluation))
    await expect(summary).toMatchFileSnapshot(`../../${FOLDER}/err/${name}.txt`)
  })

  test.for(cases('ok'))('%s passes', (name) => {
    expect(evaluateCase(`ok/${name}`).findings.filter(({ ignored }) => !ignored)).toEqual([])
  })

  test('every rule has a case of either kind', () => {
    const ids = RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !cases('err').includes(id))).toEqual([])
    expect(ids.filter((id) => !cases('ok').includes(id))).toEqual([])
  })
})

function cases(kind: 'err' | 'ok'): string[] {
  return readdirSync(`${FOLDER}/${kind}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
}

function evaluateCase(name: string): Evaluation {
  const file = `${name}.yaml`
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8')
  const read = readManifests(text, file)
  if (!read.ok) throw new Error(read.message)
  const configuration = readConfiguration(read.items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  return evaluate(assembleResourceList(read.items.map((item) => item.value())).items, configuration.settings, {
    texts: new Map([[file, text]]),
    ofItem: (index) => {
      const item = read.items[index]
      return item && { file, text, slice: item.text, offset: item.offset }
    },
  })
}
