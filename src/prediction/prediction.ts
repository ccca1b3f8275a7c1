import type { HyperConverged } from '../cluster/hyperconverged.ts'
import type { Alert } from '../operators/hco/alerts.ts'
import type { NodeInformation } from '../operators/hco/node-information.ts'
import type { TemplateOutcome } from '../operators/hco/template-outcomes.ts'
import type { Refusal } from '../operators/refusal.ts'
import type { PlannedDataSource } from '../operators/ssp/data-sources.ts'
import type { CronOutcome } from './cron-outcomes.ts'

/** What the chain HCO → SSP → CDI makes of one HyperConverged, by how far it comes. */
export type Prediction = Unreadable | Readable

/** The API server can store it: its fields are known, whether or not HCO takes it. */
export type Readable = Refused | Admitted

/** HCO takes it: its templates are known, as far as they do not depend on the nodes. */
export type Admitted = NodesUnknown | Operating

/** HCO acts on it: its nodes are known, and what it asks SSP for. */
export type Operating = SspRefused | SspFailed | Made

interface Unreadable {
  readonly outcome: 'unreadable'
  /** Why the API server refuses it. */
  readonly refusals: readonly Refusal[]
}

interface Refused {
  readonly outcome: 'refused'
  readonly hyperConverged: HyperConverged
  /** Why HCO would not take it. */
  readonly refusals: readonly Refusal[]
}

interface Chosen {
  readonly hyperConverged: HyperConverged
  /** An image is made for each architecture. */
  readonly multiArch: boolean
  /** Sorted by name. */
  readonly templates: readonly TemplateOutcome[]
}

/** Nothing tells the cluster's architectures: the filter of the templates' own left nothing. */
interface NodesUnknown extends Chosen {
  readonly outcome: 'nodes-unknown'
}

interface Operation extends Chosen {
  readonly nodeInformation: NodeInformation
  readonly alerts: readonly Alert[]
}

interface SspRefused extends Operation {
  readonly outcome: 'ssp-refused'
  /** The words of SSP's webhook. */
  readonly message: string
  readonly refusals: readonly Refusal[]
}

interface SspFailed extends Operation {
  readonly outcome: 'ssp-failed'
  /** Why SSP's reconcile fails. */
  readonly refusals: readonly Refusal[]
}

/** SSP makes images of the templates; CDI can still refuse some of them. */
export interface Made extends Operation {
  readonly outcome: 'made'
  /** Those that SSP hands to CDI come first, sorted by namespace and name. */
  readonly crons: readonly CronOutcome[]
  /** Those that SSP itself makes. */
  readonly dataSources: readonly PlannedDataSource[]
}

/** Every reason why the API server, HCO or SSP would not go on, in the order in which they would come to it. */
export function refusalsOf(prediction: Prediction): readonly Refusal[] {
  return 'refusals' in prediction ? prediction.refusals : []
}
