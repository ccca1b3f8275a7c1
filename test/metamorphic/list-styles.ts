import { stringify } from 'yaml'
import type { JsonObject } from '../../src/json/json.ts'

/** Ways to write one list; the last line break may be missing. */
export const STYLES: Record<string, (list: JsonObject) => string> = {
  block: (list) => stringify(list),
  'block, indented less': (list) => stringify(list, { indentSeq: false }),
  'flow on one line': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 0 }),
  'flow on one line, no line break': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd(),
  'flow on many lines': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 40 }),
  'items in flow': ({ items, ...head }) =>
    `${stringify(head)}items: ${stringify(items, { collectionStyle: 'flow', lineWidth: 0 })}`,
  'each item in flow': ({ items, ...head }) =>
    `${stringify(head)}items:\n${(Array.isArray(items) ? items : [])
      .map((item) => `- ${stringify(item, { collectionStyle: 'flow', lineWidth: 0 })}`)
      .join('')}`,
  JSON: (list) => JSON.stringify(list),
}
