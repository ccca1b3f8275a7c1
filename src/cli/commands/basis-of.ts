import type { Settings } from '../../config/settings.ts'
import { releasesOf } from '../../explanation/release.ts'
import type { Basis } from '../../formats/findings/basis.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Input } from '../sources/read-input.ts'

/** What the answer to an input rests on. */
export function basisOf(
  { configurationFile, leftOut }: Input,
  { rules }: Settings,
  clusters: readonly ClusterPrediction[],
): Basis {
  const rulesOff = Object.entries(rules).flatMap(([id, severity]) => (severity === 'off' ? [id] : []))
  return {
    ...(configurationFile !== undefined && { configuration: configurationFile }),
    ...(rulesOff.length > 0 && { rulesOff: rulesOff.sort() }),
    ...(leftOut.length > 0 && { leftOut }),
    ...(clusters.length > 0 && { releases: releasesOf(clusters) }),
  }
}
