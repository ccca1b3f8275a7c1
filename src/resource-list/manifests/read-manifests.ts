import { isMap, isSeq } from 'yaml'
import { isJsonObject } from '../../json/json.ts'
import { composeYaml } from '../../yaml/full/compose-yaml.ts'
import { tokenizeYaml } from '../../yaml/full/tokenize-yaml.ts'
import { locate } from '../../yaml/scan/locate.ts'
import { notYaml, typeName } from '../check-list.ts'
import { parsedItem } from '../item.ts'
import type { Item, Source } from '../resource-list.ts'
import { tooMuch } from '../too-much.ts'
import { nodeSlice } from '../whole/node-slice.ts'
import { flattenList, type Manifest } from './flatten-list.ts'
import { readJsonManifests } from './read-json-manifests.ts'

export type Manifests = { ok: true; items: Item[] } | { ok: false; message: string }

/**
 * The objects of a file: YAML documents or JSON values; lists of every kind and ResourceLists count as what they hold,
 * empty documents as nothing. `file` is for messages, too; it is empty for standard input. Whatever it throws is no
 * matter of the text.
 */
export function readManifests(text: string, file: string): Manifests {
  const subject = file === '' ? 'the input' : JSON.stringify(file)
  try {
    const read = readJsonManifests(text) ?? readYamlManifests(text, subject)
    return Array.isArray(read) ? readItems({ file, text }, subject, read) : read
  } catch (error) {
    return { ok: false, message: tooMuch(subject, error) }
  }
}

function readYamlManifests(text: string, subject: string): Manifest[] | { ok: false; message: string } {
  const stream = tokenizeYaml(text)
  if (!stream.ok) return { ok: false, message: notYaml(subject, text, stream.problem) }
  const composed = composeYaml(text, stream.tokens)
  if (!composed.ok) return { ok: false, message: notYaml(subject, text, composed.problem) }
  return composed.documents.map(({ document }) => {
    const value: unknown = document.toJS()
    const { contents, range } = document
    const list: unknown = isMap(contents) ? contents.get('items', true) : undefined
    const nodes = isSeq(list) ? list.items : []
    return {
      value,
      slice: { start: range[0], end: range[1] },
      place: contents?.range[0] ?? range[0],
      entries: nodes.map((node) => nodeSlice(text, node)),
    }
  })
}

function readItems(source: Source, subject: string, manifests: readonly Manifest[]): Manifests {
  const items: Item[] = []
  for (const manifest of manifests.flatMap(flattenList)) {
    const { value, slice, place, problem } = manifest
    if (problem !== undefined || !isJsonObject(value)) {
      const reason = problem ?? `a manifest must be an object, but it is ${typeName(value)}`
      return { ok: false, message: `${subject}, ${locate(source.text, place)}: ${reason}` }
    }
    items.push(parsedItem(source, items.length, value, slice))
  }
  return { ok: true, items }
}
