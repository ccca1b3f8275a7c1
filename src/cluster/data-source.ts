import { type JsonObject, objectAt, stringAt, stringMapAt } from '../json/json.ts'

/** A namespace and a name; together the key of a map of objects. */
export interface ObjectName {
  readonly namespace: string
  readonly name: string
}

/** Where the bytes of an image are. */
export interface VolumeName extends ObjectName {
  readonly kind: 'pvc' | 'snapshot'
}

/** A CDI DataSource, as it is written. */
export interface DataSource extends ObjectName {
  readonly labels: ReadonlyMap<string, string>
  /** Undefined: it has none yet, or one that is not for virtual machines. */
  readonly source:
    | VolumeName
    | { readonly kind: 'dataSource'; readonly namespace: string; readonly name: string }
    | undefined
}

/** The label by which KubeVirt takes a DataSource's architecture. */
export const TEMPLATE_ARCHITECTURE_LABEL = 'template.kubevirt.io/architecture'

const SOURCE_KINDS = ['pvc', 'snapshot', 'dataSource'] as const

export function objectKey({ namespace, name }: ObjectName): string {
  return `${namespace}/${name}`
}

/** Reads a DataSource of any version; without a namespace it is in `default`. */
export function readDataSource(item: JsonObject): DataSource {
  const written = objectAt(item, 'spec', 'source')
  const kind = SOURCE_KINDS.find((one) => objectAt(written, one) !== undefined)
  return {
    ...readObjectName(item),
    labels: stringMapAt(item, 'metadata', 'labels'),
    source: kind && {
      kind,
      namespace: stringAt(written, kind, 'namespace') ?? '',
      name: stringAt(written, kind, 'name') ?? '',
    },
  }
}

export function readObjectName(item: JsonObject): ObjectName {
  return {
    namespace: stringAt(item, 'metadata', 'namespace') || 'default',
    name: stringAt(item, 'metadata', 'name') ?? '',
  }
}
