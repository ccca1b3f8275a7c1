import type { DataImportCronSpec, DataImportCronTemplate, ObjectMetadata } from '../../cluster/data-import-cron.ts'
import { readMark } from '../../emission/mark.ts'
import type { Problem } from '../../findings/finding.ts'
import { templateName } from '../../operators/hco/template.ts'
import type { ExistingCron } from '../../prediction/existing-crons.ts'
import { type ClusterPrediction, isOperating, isReadable } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'
import { commonTemplateOf } from './customised-template.ts'
import { enabledEntries } from './enabled-entries.ts'
import { nameTemplate, quote } from './wording.ts'

/** A DataImportCron as somebody wrote it: an enabled entry of a HyperConverged's list, or an object of the input. */
export interface WrittenCron {
  /** `template "a" (DataSource "b")`, or `DataImportCron "c/a" (DataSource "b")` */
  readonly name: string
  readonly metadata: ObjectMetadata
  readonly spec: DataImportCronSpec
  /** Where it is made. */
  readonly namespace: string
  /** To which it belongs; undefined for none, and where that can't be told. */
  readonly cluster: ClusterPrediction | undefined
  /** The path of its field, which begins with `metadata` or `spec`. */
  readonly at: (field: string) => string
  /** What every problem says of where it is. */
  readonly about: Pick<Problem, 'item' | 'cluster' | 'template'>
  /** The common template that an entry changes. */
  readonly common: DataImportCronTemplate | undefined
  /** The object; undefined for an entry of a list. */
  readonly existing: ExistingCron | undefined
  /** An image is made for each architecture of an annotated one. */
  readonly multiArch: boolean
  /** Sorted; undefined when nothing tells on which VMs run. */
  readonly workloadArchitectures: readonly string[] | undefined
}

export function writtenCrons(
  clusters: readonly ClusterPrediction[],
  existingCrons: readonly ExistingCron[],
): WrittenCron[] {
  const several = clusters.length > 1
  return [
    ...clusters.filter(isReadable).flatMap((cluster) => inList(cluster, several)),
    ...ownCrons(clusters, existingCrons).flatMap(asObject),
  ]
}

/** Without what an earlier run made, as long as a HyperConverged is there by which it is judged. */
export function ownCrons(
  clusters: readonly ClusterPrediction[],
  existingCrons: readonly ExistingCron[],
): ExistingCron[] {
  return existingCrons.filter(({ item }) => clusters.length === 0 || readMark(item.value()) === undefined)
}

/** `DataImportCron "c/a" (DataSource "b")` */
export function nameExisting({ template: { metadata, spec } }: ExistingCron): string {
  const name = metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`
  return `DataImportCron ${quote(name ?? '')} (DataSource ${quote(spec?.managedDataSource ?? '')})`
}

function inList(cluster: ClusterPrediction<Readable>, several: boolean): WrittenCron[] {
  const { items } = cluster
  const operating = isOperating(cluster) ? cluster.prediction : undefined
  return enabledEntries(cluster).map(({ template, spec, path }) => ({
    name: nameTemplate(template),
    metadata: template.metadata,
    spec,
    namespace: template.metadata.namespace ?? cluster.goldenImagesNamespace,
    cluster,
    at: (field) => `${path}.${field}`,
    about: { item: items.hyperConverged, template: templateName(template), ...(several && { cluster: items.name }) },
    common: commonTemplateOf(template, cluster),
    existing: undefined,
    multiArch: operating?.multiArch ?? false,
    workloadArchitectures: operating?.nodeInformation.workloadsArchitectures,
  }))
}

function asObject(existing: ExistingCron): WrittenCron[] {
  const { item, cluster, template, workloadArchitectures } = existing
  if (!template.spec) return []
  return [
    {
      name: nameExisting(existing),
      metadata: template.metadata,
      spec: template.spec,
      namespace: template.metadata.namespace ?? 'default',
      cluster: existing.owner,
      at: (field) => field,
      about: { item, ...(cluster !== undefined && { cluster }) },
      common: undefined,
      existing,
      multiArch: false,
      workloadArchitectures,
    },
  ]
}
