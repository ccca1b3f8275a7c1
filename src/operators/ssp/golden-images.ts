import { groupBy } from '../../json/group-by.ts'
import { compareBytes } from '../../kubernetes/byte-order.ts'
import type { SspRequest } from '../hco/to-ssp.ts'
import type { CommonDataSources } from './common-data-sources.ts'
import { type PlannedCron, planCrons } from './data-import-crons.ts'
import { isPointer, type PlannedDataSource, type PointerDataSource, planDataSources } from './data-sources.ts'

/** What SSP makes of its CR on a cluster without any golden image, and what it loses on the way. */
export interface GoldenImages {
  /** DataImportCrons of one name each, sorted by namespace and name; in most groups there is one alone. */
  readonly groups: readonly (readonly PlannedCron[])[]
  readonly dataSources: readonly PlannedDataSource[]
  /** A DataImportCron that another template's silently takes the DataSource from. */
  readonly replaced: readonly { readonly lost: PlannedCron; readonly by: PlannedCron }[]
  /** DataImportCrons dropped silently, because SSP makes a pointer of their DataSource's name. */
  readonly dropped: readonly { readonly lost: PlannedCron; readonly pointer: PointerDataSource }[]
}

/** Reproduces ssp-operator, internal/operands/data-sources/reconcile.go. */
export function makeGoldenImages(
  request: SspRequest,
  goldenImagesNamespace: string,
  commonDataSources: CommonDataSources,
): GoldenImages {
  const byDataSource = new Map<string, PlannedCron>()
  const replaced: { lost: PlannedCron; by: PlannedCron }[] = []
  for (const planned of planCrons(request, goldenImagesNamespace, commonDataSources)) {
    const key = dataSourceKey(planned.cron.metadata.namespace, planned.cron.spec.managedDataSource)
    const lost = byDataSource.get(key)
    if (lost) replaced.push({ lost, by: planned })
    byDataSource.set(key, planned)
  }

  const keyHere = (name: string) => dataSourceKey(goldenImagesNamespace, name)
  const dataSources = planDataSources(request, commonDataSources, (name) => byDataSource.get(keyHere(name)))
  const dropped: { lost: PlannedCron; pointer: PointerDataSource }[] = []
  for (const pointer of dataSources.filter(isPointer)) {
    const lost = byDataSource.get(keyHere(pointer.name))
    if (lost) dropped.push({ lost, pointer })
    byDataSource.delete(keyHere(pointer.name))
  }
  return { groups: groupByName(byDataSource.values()), dataSources, replaced, dropped }
}

/** Sorted; those of one name are in the order in which they come. */
function groupByName(crons: Iterable<PlannedCron>): PlannedCron[][] {
  return [...groupBy(crons, sortKey)].sort(([a], [b]) => compareBytes(a, b)).map(([, group]) => group)
}

function dataSourceKey(namespace: string, name: string): string {
  return `${namespace}/${name}`
}

/** Namespaces hold no blank, so that the key sorts by namespace first. */
function sortKey({ cron: { metadata } }: PlannedCron): string {
  return `${metadata.namespace} ${metadata.name}`
}
