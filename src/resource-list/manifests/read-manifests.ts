import { isJsonObject } from '../../json/json.ts'
import { locate } from '../../yaml/scan/locate.ts'
import { notYaml, typeName } from '../check-list.ts'
import { parsedItem } from '../item.ts'
import type { Item, Source } from '../resource-list.ts'
import { tooMuch } from '../too-much.ts'
import type { IsWanted } from './find-nested.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { readJsonManifests } from './read-json-manifests.ts'
import { readYamlManifests } from './read-yaml-manifests.ts'
import { unfold } from './unfold.ts'

export type Manifests = { ok: true; items: Item[] } | { ok: false; message: string }

/**
 * The objects of a file: YAML documents or JSON values; lists of every kind and ResourceLists count as what they hold,
 * empty documents as nothing. Wanted objects are looked for inside of others, too. `file` is for messages as well; it
 * is empty for standard input. Whatever it throws is no matter of the text.
 */
export function readManifests(text: string, file: string, isWanted?: IsWanted): Manifests {
  const subject = file === '' ? 'the input' : JSON.stringify(file)
  try {
    const json = readJsonManifests(text)
    const read = json ? { ok: true as const, documents: json } : readYamlManifests(text)
    if (!read.ok) return { ok: false, message: notYaml(subject, text, read.problem) }
    return readItems({ file, text }, subject, read.documents, isWanted)
  } catch (error) {
    return { ok: false, message: tooMuch(subject, error) }
  }
}

function readItems(
  source: Source,
  subject: string,
  documents: readonly ParsedDocument[],
  isWanted: IsWanted | undefined,
): Manifests {
  const items: Item[] = []
  for (const document of documents) {
    for (const { value, steps, ownFrom, problem } of unfold(document.value, isWanted)) {
      const isDocument = steps.length === 0
      const slice = isDocument ? document.slice : (document.sliceAt(steps) ?? document.slice)
      if (problem !== undefined || !isJsonObject(value)) {
        const reason = problem ?? `a manifest must be an object, but it is ${typeName(value)}`
        const place = isDocument ? document.place : slice.start
        return { ok: false, message: `${subject}, ${locate(source.text, place)}: ${reason}` }
      }
      const within = steps.length > ownFrom ? steps.slice(ownFrom) : undefined
      items.push(parsedItem(source, items.length, value, slice, within))
    }
  }
  return { ok: true, items }
}
