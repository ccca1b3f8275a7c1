import type { JsonValue, PathStep } from '../../../json/json.ts'
import { entriesOf, fieldsOf, type Kustomization, type ListEntry, textOf } from './kustomization.ts'
import type { PatchPart } from './patch-text.ts'
import { isForTarget, type TargetedChange } from './targeted-change.ts'

/** Where replacements put what kustomize finds elsewhere. */
export function replacementChanges(
  { item, value }: Kustomization,
  read: (entry: ListEntry, name: string) => readonly PatchPart[],
): TargetedChange[] {
  return entriesOf(value, 'replacements').flatMap((entry, index) => {
    if (textOf(entry.value, 'path') === undefined) {
      return inReplacement(entry.value, { passage: item, path: ['replacements', index] })
    }
    return read(entry, 'path').flatMap(({ value: replacement, passage, path }) =>
      inReplacement(replacement, { passage, path }),
    )
  })
}

function inReplacement(
  replacement: JsonValue,
  { passage, path }: Pick<PatchPart, 'passage' | 'path'>,
): TargetedChange[] {
  return entriesOf(replacement, 'targets').flatMap(({ value: target }, place) => {
    const isFor = isForTarget(fieldsOf(target, 'select')[0]?.value)
    return entriesOf(target, 'fieldPaths').flatMap(({ value: fieldPath }, index) =>
      typeof fieldPath === 'string'
        ? [
            {
              isFor,
              change: {
                at: stepsOf(fieldPath),
                value: undefined,
                isWhole: false,
                passage,
                path: [...path, 'targets', place, 'fieldPaths', index],
              },
            },
          ]
        : [],
    )
  })
}

/** `spec.list.[name=a].field`, `metadata.annotations.[a.b/c]`, `spec.list.*.field`, `a\.b`; `*` is any element. */
function stepsOf(fieldPath: string): PathStep[] {
  const words = fieldPath.match(/\[[^\]]*\]|(?:\\.|[^.\\])+/g) ?? []
  return words.map((word) => {
    const inBrackets = /^\[(.*)\]$/.exec(word)?.[1]
    if (word === '*' || inBrackets?.includes('=')) return '*'
    const name = inBrackets ?? word.replaceAll(/\\(.)/g, '$1')
    return /^\d+$/.test(name) ? Number(name) : name
  })
}
