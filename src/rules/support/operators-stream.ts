import { type ImageStreamPlace, placeOfImageStream } from '../../operators/hco/image-streams.ts'
import { type ClusterPrediction, isReadable } from '../../prediction/predict-cluster.ts'

/** Where HCO keeps its own image stream of that name; undefined for any other stream, and for a cluster that has none. */
export function operatorsStream(cluster: ClusterPrediction | undefined, name: string): ImageStreamPlace | undefined {
  return cluster?.product && isReadable(cluster)
    ? placeOfImageStream(name, cluster.prediction.hyperConverged, cluster.goldenImagesNamespace)
    : undefined
}
