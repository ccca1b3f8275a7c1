import { isJsonObject, type JsonObject, type JsonValue } from '../../json/json.ts'
import type { HyperConvergedVersion } from '../hyperconverged-paths.ts'
import { type KnownFields, known } from './known-fields.ts'
import { V1_FIELDS } from './v1-fields.ts'
import { V1BETA1_FIELDS } from './v1beta1-fields.ts'

/** A field that the CRD does not know. */
export interface UnknownField {
  /** Of what has it; `''` is the object itself. */
  readonly place: string
  readonly name: string
}

/** Where which fields are known, by the path of what has them, with `[]` for any place in a list. */
export type FieldsByPlace = ReadonlyMap<string, readonly string[]>

/** Every unknown field of a HyperConverged, at any depth that is listed; one that is null is as good as absent. */
export function unknownFields(version: HyperConvergedVersion, hyperConverged: JsonObject): UnknownField[] {
  return unknownBelow(hyperConverged, rootOf(version), '')
}

/** The names of all known fields, by place. */
export function knownFields(version: HyperConvergedVersion): FieldsByPlace {
  const places = new Map<string, readonly string[]>()
  const collect = (fields: KnownFields, place: string) => {
    if (fields === true) return
    const names = Object.keys(fields).filter((name) => name !== '[]')
    if (names.length > 0) places.set(place, names)
    for (const [name, inner] of Object.entries(fields)) collect(inner, joined(place, name))
  }
  collect(rootOf(version), '')
  return places
}

/** Metadata is Kubernetes' own (apimachinery, pkg/apis/meta/v1/types.go, ObjectMeta). */
function rootOf(version: HyperConvergedVersion): KnownFields {
  return {
    ...known('apiVersion kind status'),
    metadata: known(
      'name namespace labels annotations finalizers ownerReferences generateName generation managedFields uid resourceVersion creationTimestamp deletionTimestamp deletionGracePeriodSeconds selfLink',
    ),
    spec: version === 'v1' ? V1_FIELDS : V1BETA1_FIELDS,
  }
}

function unknownBelow(value: JsonValue, fields: KnownFields, place: string): UnknownField[] {
  if (fields === true) return []
  if (Array.isArray(value)) {
    const entry = fields['[]']
    return entry === undefined ? [] : value.flatMap((one, index) => unknownBelow(one, entry, `${place}[${index}]`))
  }
  if (!isJsonObject(value) || '[]' in fields) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null) return []
    const below = Object.hasOwn(fields, name) ? fields[name] : undefined
    return below === undefined ? [{ place, name }] : unknownBelow(inner, below, joined(place, name))
  })
}

function joined(place: string, name: string): string {
  return place === '' || name === '[]' ? `${place}${name}` : `${place}.${name}`
}
