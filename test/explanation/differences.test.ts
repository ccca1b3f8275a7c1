import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSide } from '../../src/cli/sources/read-side.ts'
import { evaluate } from '../../src/evaluate.ts'
import { compareEvaluations, type Difference } from '../../src/explanation/difference.ts'
import { printDifferenceMarkdown } from '../../src/formats/difference/difference-markdown.ts'
import { printDifference } from '../../src/formats/difference/difference-text.ts'

const FOLDER = 'test/fixtures/diff'
const NAMES = readdirSync(FOLDER)

// A case is a folder with what was and what is, and what a user reads of it beside them; `vitest -u` writes that anew.
describe('what a change does', () => {
  test.for(NAMES)('%s', async (name) => {
    const difference = await compare(name)
    const text = printDifference(difference)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
    await expect(text).toMatchFileSnapshot(`../../${FOLDER}/${name}/expected.txt`)
    await expect(printDifferenceMarkdown(difference)).toMatchFileSnapshot(`../../${FOLDER}/${name}/expected.md`)
  })
})

test('turning the switch on replaces each name by one for each architecture', async () => {
  const { clusters, differs } = await compare('switch-on')
  expect(differs).toBe(true)
  const [cluster] = clusters
  expect(cluster?.before).toMatchObject({ multiArch: false, storage: { total: '57Gi' } })
  expect(cluster?.after).toMatchObject({ multiArch: true, storage: { total: '84Gi' } })
  expect(cluster?.storageChange).toBe('27Gi')
  expect(cluster?.dataImportCrons?.created.map(({ name }) => name)).toContain('fedora-image-cron-arm64')
  expect(cluster?.dataImportCrons?.removed.map(({ name, keepsVolumes }) => [name, keepsVolumes])).toContainEqual([
    'tools-image-cron',
    true,
  ])
  expect(cluster?.dataSources?.find(({ name }) => name === 'fedora')).toMatchObject({
    before: { kind: 'image' },
    after: { kind: 'pointer', pointsTo: 'fedora-amd64', architecture: 'amd64', cron: 'fedora-image-cron-amd64' },
  })
})

test('a changed spec replaces, a changed label updates', async () => {
  const crons = (await compare('image-changed')).clusters[0]?.dataImportCrons
  expect(crons).toMatchObject({ created: [], removed: [] })
  expect(crons?.replaced.map(({ name }) => name)).toEqual(['windows-image-cron-amd64'])
  expect(crons?.updated.map(({ name }) => name)).toEqual(['tools-image-cron-amd64', 'tools-image-cron-arm64'])
})

test.for(['clash-first-changed', 'clash-second-changed'])(
  'which of two wins is random, before and after: %s',
  async (name) => {
    const crons = (await compare(name)).clusters[0]?.dataImportCrons
    expect(crons).toEqual({
      created: [],
      removed: [],
      replaced: [],
      random: [{ namespace: 'kubevirt-os-images', name: 'a-amd64', before: 2, after: 2 }],
      updated: [],
      unchanged: 0,
    })
    expect((await compare(name, 'new', 'new')).differs).toBe(false)
  },
)

test('nothing changes, whatever the order', async () => {
  expect((await compare('nothing-changed')).differs).toBe(false)
})

test('what is refused is not compared', async () => {
  const [cluster] = (await compare('refused')).clusters
  expect(cluster?.after?.outcome).toBe('refused')
  expect(cluster).not.toHaveProperty('dataImportCrons')
  expect(cluster?.findings.new.map(({ rule }) => rule)).toEqual(['duplicate-template-name'])
})

test('clusters match by name', async () => {
  const { clusters } = await compare('clusters')
  expect(clusters.map(({ cluster, before, after }) => [cluster, !!before, !!after])).toEqual([
    ['east', true, true],
    ['north', false, true],
    ['west', true, false],
  ])
})

test('what the configuration silences is not fixed, and what it lets speak is not new', async () => {
  const rules = (some: readonly { rule: string }[] | undefined) => some?.map(({ rule }) => rule)
  const [there] = (await compare('findings-silenced')).clusters
  expect(rules(there?.findings.fixed)).toEqual(['duplicate-architecture'])
  expect(rules(there?.findings.switchedOff)).toEqual(['architecture-not-trimmed'])
  expect(there?.findings.ignored).toMatchObject([
    { rule: 'unknown-architecture', severity: 'warning', reason: 'risc nodes come in May' },
  ])
  expect(there?.findings.severityChanged).toMatchObject([
    { rule: 'digest-pinned-url', severity: 'warning', before: 'error' },
  ])
  expect(there?.findings).toMatchObject({ new: [], noLongerIgnored: [], switchedOn: [] })

  const [back] = (await compare('findings-silenced', 'new', 'old')).clusters
  expect(rules(back?.findings.new)).toEqual(['duplicate-architecture'])
  expect(rules(back?.findings.switchedOn)).toEqual(['architecture-not-trimmed'])
  expect(rules(back?.findings.noLongerIgnored)).toEqual(['unknown-architecture'])
  expect(back?.findings).toMatchObject({ fixed: [], ignored: [], switchedOff: [] })

  expect((await compare('findings-silenced', 'new', 'new')).differs).toBe(false)
})

async function compare(name: string, old = 'old', current = 'new'): Promise<Difference> {
  const sides = [old, current].map((side) => evaluateSide(`${FOLDER}/${name}/${side}`))
  const [before, after] = await Promise.all(sides)
  if (!before || !after) throw new Error('a comparison must have two sides')
  return compareEvaluations(before, after)
}

async function evaluateSide(folder: string) {
  const read = await readSide(folder, undefined)
  if (!read.ok) throw new Error(read.outcome.stderr)
  const { items, texts, configurations } = read.input
  return evaluate(items, configurations.settings, texts)
}
