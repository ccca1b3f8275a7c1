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
  readonly lost: readonly LostCron[]
}

/** `replaced`: another template's silently takes its DataSource; `dropped` silently for a pointer of that name. */
export type LostCron = PlannedCron &
  (
    | { readonly outcome: 'replaced'; readonly by: PlannedCron }
    | { readonly outcome: 'dropped'; readonly pointer: PointerDataSource }
  )

/** Reproduces ssp-operator, internal/operands/data-sources/reconcile.go. */
export function makeGoldenImages(
  request: SspRequest,
  goldenImagesNamespace: string,
  commonDataSources: CommonDataSources,
): GoldenImages {
  const byDataSource = new Map<string, PlannedCron>()
  const lost: LostCron[] = []
  for (const planned of planCrons(request, goldenImagesNamespace, commonDataSources)) {
    const key = dataSourceKey(planned.cron.metadata.namespace, planned.cron.spec.managedDataSource)
    const earlier = byDataSource.get(key)
    if (earlier) lost.push({ ...earlier, outcome: 'replaced', by: planned })
    byDataSource.set(key, planned)
  }

  const keyHere = (name: string) => dataSourceKey(goldenImagesNamespace, name)
  const dataSources = planDataSources(request, commonDataSources, (name) => byDataSource.get(keyHere(name)))
  for (const pointer of dataSources.filter(isPointer)) {
    const filled = byDataSource.get(keyHere(pointer.name))
    if (filled) lost.push({ ...filled, outcome: 'dropped', pointer })
    byDataSource.delete(keyHere(pointer.name))
  }
  return { groups: groupByName(byDataSource.values()), dataSources, lost }
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
