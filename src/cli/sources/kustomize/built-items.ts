import { roleOf } from '../../../cluster/kinds.ts'
import { findMeantKind } from '../../../cluster/near-kind.ts'
import { speaksOfUs, WANTED_OBJECTS } from '../../../cluster/wanted-objects.ts'
import { type JsonObject, objectAt, stringAt } from '../../../json/json.ts'
import { builtItem } from '../../../resource-list/item.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { parseYaml } from '../../../yaml/parse-yaml.ts'
import { COPY } from './build-all.ts'
import type { Documents } from './documents.ts'
import type { Kustomization } from './kustomization.ts'
import { restoreLocalConfig } from './local-config.ts'
import { changesOf, type TargetedChange } from './targeted-change.ts'

const ORIGIN = 'config.kubernetes.io/origin'

/** One root, and what the build of it is made of. */
export interface BuiltRoot {
  readonly kustomization: Kustomization
  /** Its folder as shown. */
  readonly folder: string
  readonly changes: readonly TargetedChange[]
}

/** The items of a build that are of known kinds, each with where it comes from. */
export function itemsOf(output: string, root: BuiltRoot, documents: Documents): Item[] {
  return restoreLocalConfig(output)
    .split(/^---\n/m)
    .filter(speaksOfUs)
    .flatMap((document) => {
      const read = readManifests(document, '', WANTED_OBJECTS)
      const file = originOf(document)
      const written = file === undefined ? [] : documents.in(file)
      return (read.ok ? read.items : []).flatMap((item) =>
        isOurs(item) ? [asBuilt(item, written, document, root)] : [],
      )
    })
}

/** Of a kind that is known, or nearly so. */
function isOurs(item: Item): boolean {
  return roleOf(item) !== undefined || findMeantKind(item.apiVersion, item.kind) !== undefined
}

/** The file in the tree that a document of a build comes from; undefined for what was generated. */
function originOf(document: string): string | undefined {
  const [, path] = /^ {4}config\.kubernetes\.io\/origin: \|[-+]?\n(?: {6}.*\n)*? {6}(path: .*)$/m.exec(document) ?? []
  const parsed = path === undefined ? undefined : parseYaml(path)
  const file = parsed?.ok ? Reflect.get(Object(parsed.value), 'path') : undefined
  return typeof file === 'string' && file.startsWith(`${COPY}/`) ? file.slice(COPY.length + 1) : undefined
}

function asBuilt(
  item: Item,
  candidates: readonly Item[],
  document: string,
  { kustomization, folder, changes }: BuiltRoot,
): Item {
  const built = withoutOrigin(item.value())
  const written = findWritten(built, candidates)
  return builtItem(written ?? kustomization.item, {
    folder,
    written,
    built,
    printed: withoutOriginLines(document),
    changes: changesOf(changes, written, built),
    kustomization: kustomization.item,
  })
}

/** The item of the file that became this one. Its name may have been given something before or behind it. */
function findWritten(value: JsonObject, candidates: readonly Item[]): Item | undefined {
  const sameKind = candidates.filter(({ kind }) => kind === stringAt(value, 'kind'))
  const name = nameOf(value)
  const fits = (one: Item) => name.includes(nameOf(one.value()))
  const length = (one: Item) => nameOf(one.value()).length
  const [best] = sameKind.filter(fits).sort((a, b) => length(b) - length(a))
  return best ?? (sameKind.length === 1 ? sameKind[0] : undefined)
}

function nameOf(value: JsonObject): string {
  return stringAt(value, 'metadata', 'name') ?? ''
}

/** As a build prints it that nobody asks for origins. */
function withoutOriginLines(document: string): string {
  return document
    .replace(/^ {4}config\.kubernetes\.io\/origin: \|[-+]?\n(?: {6}.*\n)*/m, '')
    .replace(/^ {2}annotations:\n(?! {4})/m, '')
}

function withoutOrigin(value: JsonObject): JsonObject {
  const metadata = objectAt(value, 'metadata')
  const annotations = objectAt(metadata, 'annotations')
  if (!metadata || !annotations || !Object.hasOwn(annotations, ORIGIN)) return value
  const { [ORIGIN]: _origin, ...others } = annotations
  const { annotations: _annotations, ...rest } = metadata
  const kept = Object.keys(others).length > 0 ? { ...rest, annotations: others } : rest
  return { ...value, metadata: kept }
}
