/** Where a value of a build is said to stand: the last text that says what the build has. */
import { expect, test } from 'vitest'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import type { JsonObject } from '../../src/json/json.ts'
import { builtItem } from '../../src/resource-list/item.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import type { Change } from '../../src/resource-list/origin.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'

function only(file: string, text: string): Item {
  const read = readManifests(text, file)
  const [item] = read.ok ? read.items : []
  if (!item) throw new Error(file)
  return item
}

const WRITTEN = only('base.yaml', 'kind: A\nspec:\n  list:\n  - {name: a, say: base}\n  - {name: b}\n  kept: 1\n')
const KUSTOMIZATION = only('kustomization.yaml', 'namespace: site\n')

/** A patch that looks like the object, or an operation. */
function change(file: string, text: string, at?: Change['at']): Change {
  const passage = only(file, text)
  const { value = null } = passage.value()
  if (at) return { at, value, isWhole: true, passage, path: ['value'] }
  return { at: [], value: passage.value(), isWhole: false, passage, path: [] }
}

const ADDED = change('add.yaml', 'value: {name: c, say: added}\n', ['spec', 'list', '-'])
const FIRST = change('first.yaml', 'value: {name: c, say: first}\n', ['spec', 'list', 0])
const REMOVED = change('remove.yaml', 'value: null\n', ['spec', 'list', 0, 'say'])
const MERGED = change('merge.yaml', 'spec: {kept: 2}\n')
const LIST = change('list.yaml', 'spec:\n  list:\n  - {name: b}\n  - {name: a, say: base}\n')
const WORKED_OUT: Change = {
  at: ['metadata', 'namespace'],
  value: undefined,
  isWhole: false,
  passage: KUSTOMIZATION,
  path: ['namespace'],
}

const A = { name: 'a', say: 'base' }

const CASES: readonly (readonly [
  name: string,
  spec: JsonObject,
  changes: readonly Change[],
  path: string,
  place: string,
])[] = [
  ['what nothing changed', { list: [A], kept: 1 }, [MERGED], 'spec.list[0].say', 'base.yaml: base'],
  ['a patch with the same value', { list: [A], kept: 2 }, [MERGED], 'spec.kept', 'merge.yaml: 2'],
  ['a patch that went under', { list: [A], kept: 1 }, [MERGED], 'spec.kept', 'base.yaml: 1'],
  [
    'an element that was added',
    { list: [A, { name: 'c', say: 'added' }] },
    [ADDED],
    'spec.list[1].say',
    'add.yaml: added',
  ],
  [
    'an element behind another one',
    { list: [{ name: 'c', say: 'first' }, A] },
    [FIRST],
    'spec.list[1].say',
    'base.yaml: base',
  ],
  ['the one before it', { list: [{ name: 'c', say: 'first' }, A] }, [FIRST], 'spec.list[0].say', 'first.yaml: first'],
  ['what was taken away', { list: [{ name: 'a' }] }, [REMOVED], 'spec.list[0].say', 'remove.yaml: null'],
  ['what was never there', { list: [{ name: 'b' }] }, [MERGED], 'spec.list[0].say', 'base.yaml: name'],
  [
    'a list that took the place of another',
    { list: [{ name: 'b' }, A] },
    [LIST],
    'spec.list[1].say',
    'list.yaml: base',
  ],
  ['what a kustomization sets', {}, [WORKED_OUT], 'metadata.namespace', 'kustomization.yaml: site'],
  ['what no text has', { kept: 3 }, [MERGED], 'spec.kept', 'kustomization.yaml: namespace'],
]

test.for(CASES)('%s', ([, spec, changes, path, place]) => {
  const built = { kind: 'A', metadata: { namespace: 'site' }, spec }
  const item = builtItem(WRITTEN, { folder: '.', written: WRITTEN, built, changes, kustomization: KUSTOMIZATION })
  const [located] = locateFindings([{ rule: 'x', severity: 'error', message: '', item, path }])
  const position = located?.position
  const source = [WRITTEN, KUSTOMIZATION, ...changes.map(({ passage }) => passage)].find(
    ({ source }) => source.file === position?.file,
  )
  expect(`${position?.file}: ${source?.source.text.slice(position?.start, position?.end)}`).toBe(place)
})
