import { groupBy } from '../json/group-by.ts'
import type { EffectiveTemplate } from '../operators/hco/template.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import type { AdmittedCron } from '../prediction/predict.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/** A DataImportCron that a template asks for, and whether it comes to be. */
export interface CronStory {
  readonly namespace: string
  readonly name: string
  /** Absent: nobody chose one. */
  readonly architecture?: string
  /** The DataSource that it fills. */
  readonly dataSource: string
  /**
   * `rejected` by CDI; `replaced` by another one that fills the same DataSource; `dropped` for a DataSource that leads
   * elsewhere; `clash`: another one wants its name, and which wins is random.
   */
  readonly fate: 'made' | 'rejected' | 'replaced' | 'dropped' | 'clash'
  /** CDI's words. */
  readonly message?: string
  /** `replaced`: the other DataImportCron; `dropped`: where the DataSource leads. */
  readonly by?: string
}

/** The DataImportCrons that come, or would come, of each template. */
export function tellCrons({ prediction }: ClusterPrediction): (template: EffectiveTemplate) => readonly CronStory[] {
  const images = prediction.operation?.ssp.images
  if (!images) return () => []
  const clashing = new Set(images.nameClashes.flat().map(({ cron }) => cron))
  const told = [
    ...images.crons.map((planned) => ({
      planned,
      story: clashing.has(planned.cron) ? lost(planned, 'clash') : admitted(planned),
    })),
    ...images.replaced.map(({ lost: planned, by }) => ({
      planned,
      story: lost(planned, 'replaced', by.cron.metadata.name),
    })),
    ...images.dropped.map(({ lost: planned, pointer }) => ({
      planned,
      story: lost(planned, 'dropped', pointer.pointsTo),
    })),
  ]
  const byTemplate = groupBy(told, ({ planned }) => planned.source.effective)
  return (template) => (byTemplate.get(template) ?? []).map(({ story }) => story)
}

function admitted(planned: AdmittedCron): CronStory {
  const { admission } = planned
  return admission.admitted
    ? { ...identify(planned), fate: 'made' }
    : { ...identify(planned), fate: 'rejected', message: admission.cause.message }
}

function lost(planned: PlannedCron, fate: 'replaced' | 'dropped' | 'clash', by?: string): CronStory {
  return { ...identify(planned), fate, ...(by !== undefined && { by }) }
}

function identify({ cron, architecture }: PlannedCron): Omit<CronStory, 'fate'> {
  const { namespace, name } = cron.metadata
  return { namespace, name, ...(architecture && { architecture }), dataSource: cron.spec.managedDataSource }
}
