import { remembered } from '../devices/remembered.ts'
import type { JsonObject } from '../json/json.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import type { Cause } from '../operators/cdi/cause.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import type { PointerDataSource } from '../operators/ssp/data-sources.ts'
import type { GoldenImages } from '../operators/ssp/golden-images.ts'

/** A DataImportCron that a template asks for, and what becomes of it. */
export type CronOutcome = HandedCron | ReplacedCron | DroppedCron

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

/** Another template's silently takes its DataSource. */
interface ReplacedCron extends PlannedCron {
  readonly outcome: 'replaced'
  readonly by: PlannedCron
}

/** SSP makes a pointer of its DataSource's name, and drops it silently. */
interface DroppedCron extends PlannedCron {
  readonly outcome: 'dropped'
  readonly pointer: PointerDataSource
}

/** What becomes of every DataImportCron; those that SSP hands to CDI come first, sorted by namespace and name. */
export function cronOutcomes({ groups, replaced, dropped }: GoldenImages): CronOutcome[] {
  return [
    ...groups.flatMap((group) => group.map((planned) => handOver(planned, group))),
    ...replaced.map(({ lost, by }): CronOutcome => ({ ...lost, outcome: 'replaced', by })),
    ...dropped.map(({ lost, pointer }): CronOutcome => ({ ...lost, outcome: 'dropped', pointer })),
  ]
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
