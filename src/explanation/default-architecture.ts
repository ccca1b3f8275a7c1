import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Operating } from '../prediction/prediction.ts'

/** The architecture of a VM that does not say one, and why it is that one. */
export interface DefaultArchitecture {
  /** `''` when there is none. */
  readonly architecture: string
  readonly because: 'first-control-plane' | 'most-nodes' | 'no-workload-node' | 'not-chosen-by-release'
  /**
   * In which order SSP looks for the architecture that an unsuffixed DataSource name leads to. It takes the first one
   * even when no VM can run there.
   */
  readonly dataSourceOrder: readonly string[]
}

export function explainDefaultArchitecture({ prediction, release }: ClusterPrediction<Operating>): DefaultArchitecture {
  const { nodeInformation: nodes } = prediction
  const architecture = nodes.defaultWorkloadArchitecture
  return {
    architecture,
    because: !release.choosesDefaultArchitecture
      ? 'not-chosen-by-release'
      : architecture === ''
        ? 'no-workload-node'
        : architecture === nodes.controlPlaneArchitectures[0]
          ? 'first-control-plane'
          : 'most-nodes',
    dataSourceOrder: [...new Set([...nodes.controlPlaneArchitectures, ...nodes.workloadsArchitectures])],
  }
}
