import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { ARCHITECTURES_ANNOTATION } from '../hco/template.ts'
import type { SspRequest, SspTemplate } from '../hco/to-ssp.ts'
import { type Architecture, clusterArchitectures, parseArchitectures } from './architectures.ts'
import { type CommonDataSources, defaultArchitecture } from './common-data-sources.ts'
import type { PlannedCron } from './data-import-crons.ts'

/** A DataSource that SSP itself makes, always in the golden-images namespace. */
export type PlannedDataSource = PointerDataSource | FilledDataSource

interface FilledDataSource {
  readonly name: string
  /** Its label; undefined: SSP gives it none. */
  readonly architecture: Architecture | undefined
  /** The DataImportCron that fills it; undefined: it is left to a volume of its name. */
  readonly cron: string | undefined
}

/** A DataSource that leads to another one. */
export interface PointerDataSource {
  readonly name: string
  readonly pointsTo: string
  /** Of what it leads to. */
  readonly architecture: Architecture
  /** The template that asks for it; undefined when a common template of virtual machines does. */
  readonly source?: SspTemplate
}

export function isPointer(dataSource: PlannedDataSource): dataSource is PointerDataSource {
  return 'pointsTo' in dataSource
}

/** The architecture to which a pointer for this template's DataSource leads; undefined when SSP makes none. */
export function pointerArchitecture(
  template: DataImportCronTemplate,
  cluster: readonly Architecture[],
): Architecture | undefined {
  const annotation = template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] ?? ''
  return defaultArchitecture(cluster, parseArchitectures(annotation))
}

/**
 * The DataSources that SSP makes on a cluster without any volume of theirs (ssp-operator,
 * internal/operands/data-sources/reconcile.go). `cronByKey` has what is left after templates replaced each other.
 */
export function planDataSources(
  request: SspRequest,
  commonDataSources: CommonDataSources,
  cronNamed: (dataSource: string) => PlannedCron | undefined,
): PlannedDataSource[] {
  const cluster = clusterArchitectures(request)
  const filled = (name: string, architecture?: Architecture): FilledDataSource => {
    return { name, architecture, cron: cronNamed(name)?.cron.metadata.name }
  }
  if (!request.multiArch) {
    const [first] = cluster
    return [...commonDataSources]
      .filter(([, supported]) => first !== undefined && supported.includes(first))
      .map(([name]) => filled(name))
  }
  const common = [...commonDataSources].flatMap(([name, supported]) => {
    const architecture = defaultArchitecture(cluster, supported)
    if (!architecture) return []
    const variants = supported.filter((one) => cluster.includes(one)).map((one) => filled(`${name}-${one}`, one))
    return [{ name, pointsTo: `${name}-${architecture}`, architecture }, ...variants]
  })
  return addPointers(common, request.templates, cluster)
}

/** A pointer for each annotated template whose DataSource is not there yet; the first in name order decides. */
function addPointers(
  common: readonly PlannedDataSource[],
  templates: readonly SspTemplate[],
  cluster: readonly Architecture[],
): PlannedDataSource[] {
  const byName = new Map<string, PlannedDataSource>(common.map((dataSource) => [dataSource.name, dataSource]))
  for (const source of templates) {
    const name = source.template.spec?.managedDataSource ?? ''
    const architecture = pointerArchitecture(source.template, cluster)
    if (!architecture || byName.has(name)) continue
    byName.set(name, { name, pointsTo: `${name}-${architecture}`, architecture, source })
  }
  return [...byName.values()]
}
