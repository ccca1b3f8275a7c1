import { cutJson, jsonStart, parseSpan } from '../json/cut-json.ts'
import { skipBlanks } from '../json/scan-json.ts'
import type { Manifest } from './flatten-list.ts'

/** The JSON objects of a text, one after the other; undefined when it is not certainly JSON throughout. */
export function readJsonManifests(text: string): Manifest[] | undefined {
  const manifests: Manifest[] = []
  for (let start = jsonStart(text); start < text.length; ) {
    const cut = cutJson(text, start)
    const value = cut && parseSpan(text, cut)
    if (cut === undefined || value === undefined) return undefined
    const entries = cut.items.map(({ start, end }) => ({ start, end }))
    manifests.push({ value, slice: { start, end: cut.end }, place: start, entries })
    start = skipBlanks(text, cut.end)
  }
  return manifests
}
