import { expect, test } from 'vitest'
import { parse } from 'yaml'
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
