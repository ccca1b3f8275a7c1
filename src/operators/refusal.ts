import type { JsonValue } from '../json/json.ts'

/** Why the API server, HCO or SSP would not take a HyperConverged or what follows from it. */
export type RefusalCause =
  | 'api-version-not-served'
  | 'hyperconverged-invalid'
  | 'feature-gate-duplicate'
  | 'feature-gate-contradicts-field'
  | 'v1-only-fields-invalid'
  | 'template-without-metadata'
  | 'enable-annotation-invalid'
  | 'template-without-spec'
  | 'duplicate-template-name'
  | 'node-affinity-invalid'
  | 'template-crashes-operator'
  | 'cluster-architecture-unknown'
  | 'cluster-architectures-missing'
  | 'template-without-name'
  | 'data-source-name-empty'

export interface Refusal {
  readonly cause: RefusalCause
  /** Path within the HyperConverged, for its own apiVersion. */
  readonly path: string
  /** The fact, as the end of a sentence whose subject is the value at the path. */
  readonly message: string
  readonly value?: JsonValue
  /** Place of the template in the HyperConverged's list, when one is concerned. */
  readonly templateIndex?: number
}
