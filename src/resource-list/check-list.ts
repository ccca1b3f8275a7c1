import { isJsonObject, type JsonObject } from '../json/json.ts'
import { locate } from '../yaml/scan/locate.ts'
import type { YamlProblem } from '../yaml/yaml-problem.ts'

const API_VERSIONS = ['config.kubernetes.io/v1', 'config.kubernetes.io/v1beta1', 'config.kubernetes.io/v1alpha1']

/** A top-level field of the input: its value, and where its key stands. */
export interface Field {
  readonly value: unknown
  readonly offset: number
}

export interface ListFields {
  readonly apiVersion?: Field | undefined
  readonly kind?: Field | undefined
  readonly items?: Field | undefined
  readonly functionConfig?: Field | undefined
}

export const FIELDS = ['apiVersion', 'kind', 'items', 'functionConfig'] as const

export type CheckedList =
  | { ok: true; apiVersion: string; functionConfig: JsonObject | undefined }
  | { ok: false; message: string }

/** Whether the fields are those of a ResourceList. Says nothing about what the items are. */
export function checkList(text: string, { apiVersion, kind, items, functionConfig }: ListFields): CheckedList {
  const at = (field: Field): string => ` (${locate(text, field.offset)})`
  if (kind === undefined) return refuse('the input must have `kind: ResourceList`, but it has no `kind`')
  if (kind.value !== 'ResourceList') {
    return refuse(
      `the input's \`kind\` is ${show(kind.value)}${at(kind)}, but the function reads a ResourceList and it must be ` +
        '"ResourceList"; to read plain manifests, use `golden-images render FILE`',
    )
  }
  const expected = `must be "${API_VERSIONS.slice(0, 2).join('", "')}" or "${API_VERSIONS[2]}"`
  if (apiVersion === undefined) return refuse(`the input's \`apiVersion\` ${expected}, but it is missing`)
  const version = API_VERSIONS.find((known) => known === apiVersion.value)
  if (version === undefined) {
    return refuse(`the input's \`apiVersion\` ${expected}, but it is ${show(apiVersion.value)}${at(apiVersion)}`)
  }
  if (items !== undefined && items.value !== null && !Array.isArray(items.value)) {
    return refuse(`\`items\` must be a list, but it is ${typeName(items.value)}${at(items)}`)
  }
  const config = functionConfig?.value ?? undefined
  if (functionConfig !== undefined && config !== undefined && !isJsonObject(config)) {
    return refuse(`\`functionConfig\` must be an object, but it is ${typeName(config)}${at(functionConfig)}`)
  }
  return { ok: true, apiVersion: version, functionConfig: isJsonObject(config) ? config : undefined }
}

export function notAList(value: unknown): string {
  return `the input must be a ResourceList, an object with \`kind: ResourceList\`, but it is ${typeName(value)}`
}

export function notAnObject(text: string, index: number, value: unknown, offset: number): string {
  return `\`items[${index}]\` must be an object, but it is ${typeName(value)} (${locate(text, offset)})`
}

/** `subject` names what was read. */
export function notYaml(subject: string, text: string, { message, offset }: YamlProblem): string {
  return `${subject} must be valid YAML, but at ${locate(text, offset)}: ${message}`
}

export const NOTHING = 'the input is empty; it must be a ResourceList, an object with `kind: ResourceList`'

export function tooManyDocuments(documents: number): string {
  return (
    `the input has ${documents} documents, but it must be one ResourceList; ` +
    'to read plain manifests, use `golden-images render FILE`'
  )
}

/** What a value is, in words: `a string`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : typeName(value)
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
