import { locateIn } from '../../../findings/position.ts'
import { isJsonObject, type JsonObject } from '../../../json/json.ts'
import { readYamlManifests } from '../../../resource-list/manifests/read-yaml-manifests.ts'
import type { Passage } from '../../../resource-list/origin.ts'

/** One object of a text that serves a build: a patch that looks like the object, or one operation of a JSON patch. */
export interface PatchPart {
  readonly value: JsonObject
  /** Its own text, or that of what holds it. */
  readonly passage: Passage
  /** Where it stands there. */
  readonly path: readonly (string | number)[]
  readonly isOperation: boolean
}

/** The objects of a text, those in lists of it too; none of one that can't be read. */
export function readParts(passage: Passage): PatchPart[] {
  const { source, text, offset } = passage
  const read = readYamlManifests(text)
  if (!read.ok) return []
  const part = (
    value: unknown,
    slice: { start: number; end: number } | undefined,
    isOperation: boolean,
  ): PatchPart[] => {
    if (!isJsonObject(value) || !slice) return []
    const own = { source, text: text.slice(slice.start, slice.end), offset: offset + slice.start }
    return [{ value, passage: own, path: [], isOperation }]
  }
  return read.documents.flatMap(({ value, slice, sliceAt }) =>
    Array.isArray(value)
      ? value.flatMap((entry: unknown, index) => part(entry, sliceAt([index]), true))
      : part(value, slice, false),
  )
}

/** The objects of a text that is written in place. In a block scalar they have places of their own. */
export function readInlineParts(holder: Passage, path: readonly (string | number)[], text: string): PatchPart[] {
  const inside = blockAt(holder, path)
  const parts = inside ? readParts(inside) : []
  if (parts.length > 0) return parts
  return readParts({ source: { file: '', text }, text, offset: 0 }).map((part) => ({ ...part, passage: holder, path }))
}

/** The lines of a block scalar: with the same indentation throughout they are YAML as they stand. */
function blockAt(holder: Passage, path: readonly (string | number)[]): Passage | undefined {
  const position = locateIn(holder)(path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join(''))
  if (!position) return undefined
  const { source } = holder
  const scalar = source.text.slice(position.start, position.end)
  const [header] = /^\|[-+0-9]*[^\n]*\n/.exec(scalar) ?? []
  if (header === undefined) return undefined
  return { source, text: scalar.slice(header.length), offset: position.start + header.length }
}
