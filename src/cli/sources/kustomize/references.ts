import type { JsonValue } from '../../../json/json.ts'
import { entriesOf, fieldsOf, type ListEntry } from './kustomization.ts'

/** A file or a folder that a kustomization names. */
export interface Reference {
  /**
   * `resource`: a manifest, or a kustomization whose build counts; `component`; `plugin`: what generates, transforms or
   * validates; `input`: a file that only serves the build.
   */
  readonly role: 'resource' | 'component' | 'plugin' | 'input'
  /** As it is written, from the kustomization's folder. */
  readonly target: string
  /** Where it stands in the kustomization. */
  readonly field: string
}

export const PLUGIN_FIELDS = ['generators', 'transformers', 'validators'] as const

/** What it names, in the order of its roles. What is written in place is no reference. */
export function referencesOf(value: JsonValue): Reference[] {
  return [
    ...['resources', 'bases'].flatMap((name) => texts('resource', entriesOf(value, name))),
    ...texts('component', entriesOf(value, 'components')),
    ...PLUGIN_FIELDS.flatMap((name) => texts('plugin', entriesOf(value, name).filter(isNoText))),
    ...inputsOf(value),
  ]
}

/** The files that a kustomization, or a transformer of kustomize's own, reads beside its resources. */
export function inputsOf(value: JsonValue): Reference[] {
  return [
    ...['patches', 'patchesJson6902', 'replacements'].flatMap((name) =>
      entriesOf(value, name).flatMap((entry) => member(entry, 'path')),
    ),
    ...['patchesStrategicMerge', 'crds', 'configurations', 'paths', 'envs'].flatMap((name) =>
      texts('input', entriesOf(value, name).filter(isNoText)),
    ),
    ...texts('input', entriesOf(value, 'files')).map(withoutKey),
    ...['path', 'env'].flatMap((name) => member({ path: '', value }, name)),
    ...fieldsOf(value, 'openapi').flatMap(({ name, value: openapi }) => member({ path: name, value: openapi }, 'path')),
    ...['configMapGenerator', 'secretGenerator'].flatMap((name) =>
      entriesOf(value, name).flatMap((entry) =>
        inputsOf(entry.value).map((input) => ({ ...input, field: `${entry.path}.${input.field}` })),
      ),
    ),
  ]
}

function member({ path, value }: ListEntry, name: string): Reference[] {
  const above = path === '' ? '' : `${path}.`
  return texts(
    'input',
    fieldsOf(value, name).map((field) => ({ path: `${above}${field.name}`, value: field.value })),
  )
}

function texts(role: Reference['role'], entries: readonly ListEntry[]): Reference[] {
  return entries.flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' ? [{ role, target: value, field: path }] : [],
  )
}

/** A name of a file has one line, and no mapping in it. */
function isNoText({ value }: ListEntry): boolean {
  return typeof value === 'string' && !isInline(value)
}

/** Whether an entry is YAML in place of a file's name. */
export function isInline(text: string): boolean {
  return /[\n{]|^[^/]*: /.test(text)
}

/** `key=file` */
function withoutKey(reference: Reference): Reference {
  return { ...reference, target: reference.target.replace(/^[^=/]*=/, '') }
}
