import { clusterName } from '../../cluster/owner.ts'
import { releasesOf } from '../../explanation/release.ts'
import type { Basis, ConfigurationUse } from '../../formats/findings/basis.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { CountedConfiguration } from '../sources/configuration/choose-configurations.ts'
import type { Input } from '../sources/read-input.ts'

/** What the answer to an input rests on. */
export function basisOf(
  { configurations: { counted }, leftOut }: Input,
  clusters: readonly ClusterPrediction[],
): Basis {
  const rulesOff = new Set(
    counted.flatMap(({ configuration }) => {
      const severities = Object.entries(configuration?.settings.rules ?? {})
      return severities.flatMap(([id, severity]) => (severity === 'off' ? [id] : []))
    }),
  )
  return {
    ...usesOf(counted),
    ...(rulesOff.size > 0 && { rulesOff: [...rulesOff].sort() }),
    ...(leftOut.length > 0 && { leftOut }),
    ...(clusters.length > 0 && { releases: releasesOf(clusters) }),
  }
}

function usesOf(counted: readonly CountedConfiguration[]): Basis {
  const [only, ...others] = counted
  if (others.length > 0) return { configurations: counted.map(toUse) }
  if (!only?.configuration) return {}
  const { file, extended } = only.configuration
  return { configuration: file, ...(extended.length > 0 && { extends: extended }) }
}

function toUse({ configuration, hyperConverged }: CountedConfiguration): ConfigurationUse {
  const clusters = hyperConverged.map(clusterName)
  if (!configuration) return { clusters }
  const { file, extended } = configuration
  return { file, ...(extended.length > 0 && { extends: extended }), clusters }
}
