import type { JsonValue, PathStep } from '../../../json/json.ts'
import type { Documents } from './documents.ts'
import type { Forest } from './forest.ts'
import { entriesOf, fieldsOf, type Kustomization, type ListEntry, textOf } from './kustomization.ts'
import { type PatchPart, readInlineParts, readParts } from './patch-text.ts'
import { replacementChanges } from './replacement-changes.ts'
import { isForAll, isForSame, isForTarget, type TargetedChange } from './targeted-change.ts'

/** What one kustomization changes in items, the last change first, as far as its own texts tell. */
export function changesIn(kustomization: Kustomization, forest: Forest, documents: Documents): TargetedChange[] {
  const { value } = kustomization
  const read = (entry: ListEntry, name: string | undefined): PatchPart[] =>
    partsOf(kustomization, entry, name, forest, documents)
  const patches = ['patchesJson6902', 'patches'].flatMap((name) => entriesOf(value, name).reverse())
  return [
    ...replacementChanges(kustomization, read),
    ...metadataChanges(kustomization),
    ...patches.flatMap((entry) => {
      const target = fieldsOf(entry.value, 'target')[0]?.value
      const name = textOf(entry.value, 'path') === undefined ? 'patch' : 'path'
      return read(entry, name)
        .reverse()
        .flatMap((part) => changeOf(part, target))
    }),
    ...entriesOf(value, 'patchesStrategicMerge')
      .reverse()
      .flatMap((entry) => read(entry, undefined).flatMap((part) => changeOf(part, undefined))),
  ]
}

/** The objects at an entry, or at its member: a file, or a text in place. */
function partsOf(
  { folder, item }: Kustomization,
  { path, value }: ListEntry,
  name: string | undefined,
  forest: Forest,
  documents: Documents,
): PatchPart[] {
  const field = name === undefined ? { name: '', value } : fieldsOf(value, name)[0]
  if (typeof field?.value !== 'string') return []
  const text = field.value
  const use = forest.uses.get(folder)?.find(({ role, target }) => role === 'input' && target === text)
  if (use) return readParts(documents.whole(use.path))
  const [list = '', index = ''] = path.split(/[[\]]/)
  return readInlineParts(item, [list, Number(index), ...(name === undefined ? [] : [field.name])], text)
}

function changeOf({ value, passage, path, isOperation }: PatchPart, target: JsonValue | undefined): TargetedChange[] {
  if (!isOperation) {
    const isFor = target === undefined ? isForSame(value) : isForTarget(target)
    return [{ change: { at: [], value, isWhole: false, passage, path }, isFor }]
  }
  const pointer = textOf(value, 'path')
  const operation = textOf(value, 'op')
  if (pointer === undefined || operation === 'test') return []
  const at = pointer.split('/').slice(1).map(pointerStep)
  const [written] = fieldsOf(value, 'value')
  const isTaken = operation === 'remove'
  const within: PathStep[] = isTaken || !written ? ['path'] : [written.name]
  const put = isTaken ? null : written?.value
  return [
    {
      change: { at, value: put, isWhole: true, passage, path: path.length > 0 ? path : within },
      isFor: isForTarget(target),
    },
  ]
}

function pointerStep(text: string): PathStep {
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll('~1', '/').replaceAll('~0', '~')
}

const NAMES: { readonly [field: string]: readonly string[] } = {
  namespace: ['metadata', 'namespace'],
  namePrefix: ['metadata', 'name'],
  nameSuffix: ['metadata', 'name'],
}

/** Fields of a kustomization that change what an item is called, its labels and its annotations. */
function metadataChanges({ value, item }: Kustomization): TargetedChange[] {
  const change = (at: readonly string[], put: JsonValue | undefined, path: readonly PathStep[]): TargetedChange => {
    return { change: { at, value: put, isWhole: false, passage: item, path }, isFor: isForAll }
  }
  return [
    ...Object.entries(NAMES).flatMap(([name, at]) =>
      fieldsOf(value, name).map((field) => change(at, undefined, [field.name])),
    ),
    ...fieldsOf(value, 'commonAnnotations').map((field) =>
      change(['metadata', 'annotations'], field.value, [field.name]),
    ),
    ...fieldsOf(value, 'commonLabels').map((field) => change(['metadata', 'labels'], field.value, [field.name])),
    ...entriesOf(value, 'labels').flatMap((entry, index) =>
      fieldsOf(entry.value, 'pairs').map((pairs) =>
        change(['metadata', 'labels'], pairs.value, ['labels', index, pairs.name]),
      ),
    ),
  ]
}
