import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { evaluate } from '../../src/evaluate.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { run } from '../../src/run.ts'
import { hyperConverged, list, node } from '../hostile/text.ts'

const PATH = 'internal.config.kubernetes.io/path'
const INDEX = 'internal.config.kubernetes.io/index'

function emittedIndexes(claimed: string): unknown[] {
  const at = (path: string) => `    annotations:\n      ${PATH}: ${path}\n`
  const other = `- apiVersion: v1\n  kind: A\n  metadata:\n${at('golden-images.generated.yaml')}      ${INDEX}: "${claimed}"\n`
  const text = run(list(hyperConverged('{}', at('hco.yaml')) + other, node('a'))).stdout
  const { items }: { items: { kind: string; metadata: { annotations?: { [name: string]: string } } }[] } = parse(text)
  return items.filter(({ kind }) => kind === 'DataImportCron').map(({ metadata }) => metadata.annotations?.[INDEX])
}

test.each([
  ['4', ['5', '6', '7']],
  ['2147483647', ['2147483648', '2147483649', '2147483650']],
  ['9007199254740991', ['0', '1', '2']],
  ['9007199254740993', ['1', '2', '3']],
  ['-1', ['0', '1', '2']],
])('beside an item with the index %s each item gets one of its own', (claimed, indexes) => {
  expect(emittedIndexes(claimed)).toEqual(indexes)
})

test('what was read from that file lies in it, though its text does not name it', () => {
  const read = (text: string, file: string) => {
    const result = readManifests(text, file)
    return result.ok ? result.items : []
  }
  const items = [
    ...read(readFileSync('test/fixtures/emission/next-free-index/input.yaml', 'utf8'), 'site.yaml'),
    ...read('apiVersion: v1\nkind: ConfigMap\n---\n'.repeat(6), 'clusters/a/golden-images.generated.yaml'),
  ]
  const configuration = readConfiguration(items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error('the configuration can be used')
  const { emission } = evaluate(items, sameForAll(configuration.settings), new Map())
  expect(emission.emitted.map(({ metadata }) => metadata.annotations[INDEX])).toEqual(['6', '7'])
})
