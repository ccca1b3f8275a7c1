import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { type Document, parseAllDocuments, visit } from 'yaml'
import { isJsonObject, type JsonObject } from '../../src/json/json.ts'
import { type ResourceList, readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { kubernetesValue } from '../../src/yaml/full/kubernetes-scalars.ts'
import { parseAnyYaml } from '../../src/yaml/full/parse-any-yaml.ts'
import { always, NOTHING } from './list-text.ts'

/** What a text is as one object; undefined when it is none. */
type Parse = (text: string) => JsonObject | undefined

/** As `yaml` alone reads it: undefined when that finds an error, or not one document. */
export function oracle(text: string): JsonObject | undefined {
  const documents = parseAllDocuments(text, { merge: true, schema: 'core', logLevel: 'silent', prettyErrors: false })
  if (documents.some(({ errors }) => errors.length > 0)) return undefined
  try {
    const values: unknown[] = documents.map(kubernetesReading).filter((value) => value !== null)
    return values.length === 1 && isJsonObject(values[0]) ? values[0] : undefined
  } catch {
    return undefined
  }
}

/** What a document that `yaml` parsed holds, with its aliases, once plain scalars are read as Kubernetes reads them. */
export function kubernetesReading(document: Document): unknown {
  visit(document, { Alias: (_, alias) => alias.resolve(document) })
  return kubernetesValue(document)
}

/** As our own full parse reads it, which knows more than `yaml`: of JSON, and of comments at column 0. */
export function wholeParse(text: string): JsonObject | undefined {
  const json = parseJson(text)
  if (json !== undefined) return isJsonObject(json) ? json : undefined
  const read = parseAnyYaml(text)
  return read.ok && isJsonObject(read.value) ? read.value : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function values({ items }: ResourceList): unknown[] {
  return items.map((item) => item.value())
}

/** Key order counts, too, and `__proto__` is a key like any other. */
export function json(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}

/** Whatever the text is, it is refused, or read as the full parse reads it, and so is what is written. Throws otherwise. */
export function checkReading(text: string, parse: Parse): void {
  const expected = parse(text)
  const eager = readResourceList(text, always)
  strictEqual(typeof (eager.ok ? eager.list.write(NOTHING) : eager.message), 'string')
  if (eager.ok) {
    const read = values(eager.list)
    strictEqual(json(read), json(expected?.items ?? []))
    const dropped = new Set(eager.list.items.slice(0, 1))
    const after = parse(eager.list.write({ dropped, emitted: [{ kind: 'On' }], results: [] }))
    strictEqual(json(after?.items), json([...read.slice(1), { kind: 'On' }]))
    deepStrictEqual(after && 'results' in after, false)
  }
  const lazy = readResourceList(text)
  if (!lazy.ok || expected === undefined) return
  const items = Array.isArray(expected.items) ? expected.items : []
  strictEqual(json(lazy.list.items.map(({ kind }) => kind)), json(items.map(kindOf)))
  if (expected.results === undefined && !text.includes('*')) strictEqual(lazy.list.write(NOTHING), text)
}

function kindOf(item: unknown): string | undefined {
  return isJsonObject(item) && typeof item.kind === 'string' ? item.kind : undefined
}
