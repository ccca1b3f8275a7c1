import { groupBy } from '../json/group-by.ts'
import type { EffectiveTemplate } from '../operators/hco/template.ts'
import type { CronOutcome } from '../prediction/cron-outcomes.ts'
import type { Prediction } from '../prediction/prediction.ts'

/** A DataImportCron that a template asks for, and whether it comes to be. */
export interface ExplainedCron {
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
export function explainCrons(prediction: Prediction): (template: EffectiveTemplate) => readonly ExplainedCron[] {
  const crons = prediction.outcome === 'made' ? prediction.crons : []
  const byTemplate = groupBy(crons, ({ source }) => source.effective)
  return (template) => (byTemplate.get(template) ?? []).map(explainCron)
}

function explainCron(outcome: CronOutcome): ExplainedCron {
  const { cron, architecture } = outcome
  const { namespace, name } = cron.metadata
  return {
    namespace,
    name,
    ...(architecture && { architecture }),
    dataSource: cron.spec.managedDataSource,
    ...explainOutcome(outcome),
  }
}

function explainOutcome(cron: CronOutcome): Pick<ExplainedCron, 'fate' | 'message' | 'by'> {
  switch (cron.outcome) {
    case 'made':
      return { fate: 'made' }
    case 'rejected':
      return { fate: 'rejected', message: cron.cause.message }
    case 'replaced':
      return { fate: 'replaced', by: cron.by.cron.metadata.name }
    case 'dropped':
      return { fate: 'dropped', by: cron.pointer.pointsTo }
    case 'clashing':
      return { fate: 'clash' }
  }
}
