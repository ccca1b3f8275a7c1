import type { Finding } from '../../findings/finding.ts'
import type { Basis } from './basis.ts'
import type { PredictedImages } from './summary.ts'

/** What every format prints. */
export interface Report extends Basis {
  /** Version of this program. */
  readonly version: string
  /** The most severe first; ignored ones are among them. */
  readonly findings: readonly Finding[]
  readonly images: PredictedImages
  /** The text of each file that a position names; `''` is standard input. */
  readonly sources: ReadonlyMap<string, string>
}
