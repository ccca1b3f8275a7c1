import { TEMPLATE_ARCHITECTURE_LABEL } from '../cluster/data-source.ts'
import { groupBy } from '../json/group-by.ts'
import { desiredDigest } from '../operators/cdi/desired-digest.ts'
import { importProblem } from '../operators/cdi/import-url.ts'
import type { ExistingCron } from '../prediction/existing-crons.ts'
import { describeSource } from './describe-source.ts'
import { type FindPlace, type Place, placeFinder, withPlace } from './place.ts'
import { type ImageStorage, imageStorage } from './storage.ts'

/** A DataImportCron of the input that no template asks for, and the DataSource that comes of it. */
export interface ExplainedOwnCron {
  readonly namespace: string
  readonly name: string
  /** Where there are several and it can be told. */
  readonly cluster?: string
  readonly place?: Place
  /**
   * `imports`: CDI imports its image. `rejected`: CDI does not admit it. `unserved`: another one before it manages its
   * DataSource, and CDI serves one of them. `idle`: it has no schedule and asks for no digest. `fails`: CDI makes no
   * address of its own that it can import.
   */
  readonly fate: 'imports' | 'rejected' | 'unserved' | 'idle' | 'fails'
  /** Why it is rejected, in CDI's words; or who manages its DataSource. */
  readonly reason?: string
  readonly dataSource: string
  readonly image?: string
  /** For which it imports; absent: that of whatever node its importer runs on. */
  readonly platform?: string
  /** The architecture that a VM takes from the label which CDI copies to the DataSource; absent: the default one. */
  readonly architecture?: string
  readonly storage: ImageStorage
}

export function explainOwnCrons(crons: readonly ExistingCron[]): ExplainedOwnCron[] {
  const find = placeFinder()
  const managers = groupBy(
    crons.filter(({ admission }) => admission.admitted),
    dataSourceKey,
  )
  return crons.map((cron) => explain(cron, managers.get(dataSourceKey(cron))?.[0], find))
}

function explain(cron: ExistingCron, manager: ExistingCron | undefined, find: FindPlace): ExplainedOwnCron {
  const { item, cluster, template } = cron
  const { metadata, spec } = template
  const source = spec?.template.spec.source
  const image = describeSource(source)
  const platform = source?.registry?.platform?.architecture
  const architecture = metadata.labels?.[TEMPLATE_ARCHITECTURE_LABEL]
  const explained = {
    namespace: namespaceOf(cron),
    name: metadata.name ?? '',
    ...(cluster !== undefined && { cluster }),
    ...fateOf(cron, manager),
    dataSource: spec?.managedDataSource ?? '',
    ...(image !== undefined && { image }),
    ...(platform !== undefined && { platform }),
    ...(architecture !== undefined && { architecture }),
    storage: imageStorage(template, 1),
  }
  return withPlace(explained, find(item, 'metadata.name'))
}

function fateOf(
  { admission, template }: ExistingCron,
  manager: ExistingCron | undefined,
): Pick<ExplainedOwnCron, 'fate' | 'reason'> {
  if (!admission.admitted) return { fate: 'rejected', reason: admission.cause.message }
  const rival = manager?.template.metadata.name
  if (rival !== undefined && rival !== template.metadata.name) return { fate: 'unserved', reason: rival }
  const isIdle = template.spec?.schedule === '' && desiredDigest(template.metadata) === undefined
  if (isIdle) return { fate: 'idle' }
  const { url, pullMethod } = template.spec?.template.spec.source?.registry ?? {}
  const fails = url !== undefined && pullMethod !== 'node' && importProblem(url) !== undefined
  return { fate: fails ? 'fails' : 'imports' }
}

function dataSourceKey(cron: ExistingCron): string {
  return JSON.stringify([cron.cluster ?? null, namespaceOf(cron), cron.template.spec?.managedDataSource ?? ''])
}

function namespaceOf({ template }: ExistingCron): string {
  return template.metadata.namespace ?? 'default'
}
