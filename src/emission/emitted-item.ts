import { CLUSTER_ANNOTATION, LOCAL_CONFIG } from '../cluster/item-location.ts'
import { templateName } from '../operators/hco/template.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import type { PointerDataSource } from '../operators/ssp/data-sources.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { GENERATED_FROM, sourceOf } from './mark.ts'

/** How the configuration wants what is emitted to look. */
export interface EmitOptions {
  readonly dataSources: boolean
  readonly localConfig: boolean
  readonly labels: { readonly [key: string]: string }
  readonly annotations: { readonly [key: string]: string }
}

/** What the marks of everything that one cluster emits have in common. */
export interface Marks {
  /** `<namespace>/<name>` */
  readonly hyperConverged: string
  /** Undefined where there is one cluster alone. */
  readonly cluster: string | undefined
}

interface Emittable {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Metadata
  readonly spec: object
}

interface Metadata {
  readonly name: string
  readonly namespace: string
  readonly labels?: { readonly [key: string]: string }
  readonly annotations?: { readonly [key: string]: string }
}

/** What joins the list of items. Members that are undefined are not printed. */
export interface EmittedItem extends Emittable {
  readonly metadata: Metadata & { readonly annotations: { readonly [key: string]: string } }
}

/** A DataImportCron as SSP would create it, with our mark. */
export function cronItem({ cron, source }: PlannedCron, marks: Marks, options: EmitOptions): EmittedItem {
  const { managedDataSource, schedule, garbageCollect, importsToKeep, retentionPolicy, serviceAccountName, template } =
    cron.spec
  // One order of keys, whatever the template's: people compare them.
  const spec = {
    managedDataSource,
    schedule,
    garbageCollect,
    importsToKeep,
    retentionPolicy,
    serviceAccountName,
    template,
  }
  return withMarks({ ...cron, spec }, `${marks.hyperConverged}/${templateName(source.template)}`, marks, options)
}

/** A pointer DataSource as SSP would create it, with our mark. */
export function pointerItem(
  { name, pointsTo, source }: PointerDataSource,
  namespace: string,
  marks: Marks,
  options: EmitOptions,
): EmittedItem {
  const dataSource = {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataSource',
    metadata: { name, namespace },
    spec: { source: { dataSource: { name: pointsTo, namespace } } },
  }
  return withMarks(dataSource, `${marks.hyperConverged}/${source ? templateName(source.template) : ''}`, marks, options)
}

export function marksOf({ hyperConverged, items }: ClusterPrediction, several: boolean): Marks {
  return { hyperConverged: sourceOf(hyperConverged.metadata), cluster: several ? items.name : undefined }
}

/** What the operators write stands; the configuration's labels and annotations are added beside it. */
function withMarks(item: Emittable, from: string, marks: Marks, options: EmitOptions): EmittedItem {
  const { name, namespace, labels, annotations } = item.metadata
  const allLabels = { ...options.labels, ...labels }
  return {
    ...item,
    metadata: {
      name,
      namespace,
      ...(Object.keys(allLabels).length > 0 && { labels: allLabels }),
      annotations: {
        ...options.annotations,
        ...annotations,
        ...(options.localConfig && { [LOCAL_CONFIG]: 'true' }),
        [GENERATED_FROM]: from,
        ...(marks.cluster !== undefined && { [CLUSTER_ANNOTATION]: marks.cluster }),
      },
    },
  }
}
