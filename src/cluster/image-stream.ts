import { type JsonObject, listAt, stringAt, stringMapAt } from '../json/json.ts'

/** An OpenShift ImageStream, as far as an import asks it. */
export interface ImageStream {
  /** Undefined: it is wherever somebody looks. */
  readonly namespace: string | undefined
  readonly name: string
  /** Of its spec and its status. */
  readonly tags: readonly string[]
  /** HCO made it, and does with it as its HyperConverged says. */
  readonly isOperators: boolean
}

export function readImageStream(item: JsonObject): ImageStream {
  const tags = [
    ...listAt(item, 'spec', 'tags').map((tag) => stringAt(tag, 'name')),
    ...listAt(item, 'status', 'tags').map((tag) => stringAt(tag, 'tag')),
  ]
  return {
    namespace: stringAt(item, 'metadata', 'namespace'),
    name: stringAt(item, 'metadata', 'name') ?? '',
    tags: tags.filter((tag) => tag !== undefined),
    isOperators: stringMapAt(item, 'metadata', 'labels').get('app.kubernetes.io/managed-by') === 'hco-operator',
  }
}

/**
 * `name[:tag]` of a registry source; undefined for what CDI can't read as that (containerized-data-importer,
 * pkg/controller/dataimportcron-controller.go, splitImageStreamName).
 */
export function splitImageStreamName(reference: string): { name: string; tag: string | undefined } | undefined {
  const [name = '', tag, ...rest] = reference.split(':')
  return name === '' || tag === '' || rest.length > 0 ? undefined : { name, tag }
}
