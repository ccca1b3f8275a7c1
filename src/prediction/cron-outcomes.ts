import { remembered } from '../devices/remembered.ts'
import type { JsonObject } from '../json/json.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import type { Cause } from '../operators/cdi/cause.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import type { GoldenImages, LostCron } from '../operators/ssp/golden-images.ts'

/** A DataImportCron that a template asks for, and what becomes of it. */
export type CronOutcome = HandedCron | LostCron

/** SSP hands it to CDI. */
export type HandedCron = MadeCron | RejectedCron | ClashingCron

interface MadeCron extends PlannedCron {
  readonly outcome: 'made'
  readonly cause?: undefined
}

interface RejectedCron extends PlannedCron {
  readonly outcome: 'rejected'
  /** Why CDI does not admit it. */
  readonly cause: Cause
}

/** Others want its name: which one wins is random, and they replace each other for ever. */
interface ClashingCron extends PlannedCron {
  readonly outcome: 'clashing'
  /** Why CDI does not admit it; undefined when it does. */
  readonly cause: Cause | undefined
  /** All that want the name, itself among them: the same list for each. */
  readonly group: readonly PlannedCron[]
}

/** What becomes of every DataImportCron; those that SSP hands to CDI come first, sorted by namespace and name. */
export function cronOutcomes({ groups, lost }: GoldenImages): CronOutcome[] {
  return [...groups.flatMap((group) => group.map((planned) => handOver(planned, group))), ...lost]
}

function handOver(planned: PlannedCron, group: readonly PlannedCron[]): HandedCron {
  const admission = admit(JSON.stringify(planned.cron))
  const cause = admission.admitted ? undefined : admission.cause
  if (group.length > 1) return { ...planned, outcome: 'clashing', cause, group }
  return cause ? { ...planned, outcome: 'rejected', cause } : { ...planned, outcome: 'made' }
}

/** Clusters with the same common templates have the same DataImportCrons. */
const admit = remembered((text): Admission => {
  const cron: JsonObject = JSON.parse(text)
  return admitDataImportCron(cron)
})

/** Those that SSP hands to CDI, sorted by namespace and name. */
export function handedCrons(crons: readonly CronOutcome[]): HandedCron[] {
  return crons.filter((cron) => cron.outcome !== 'replaced' && cron.outcome !== 'dropped')
}

/** Those that CDI admits, clashing ones among them. */
export function admittedCrons(crons: readonly CronOutcome[]): HandedCron[] {
  return handedCrons(crons).filter(({ cause }) => cause === undefined)
}
