import { predictMachines } from './machines/predict-machines.ts'
import { type ClusterPrediction, isReadable } from './predict-cluster.ts'

/** The cluster with its virtual machines; of one whose HyperConverged can't be read nothing is told of them. */
export function withMachines(cluster: ClusterPrediction): ClusterPrediction {
  if (cluster.items.machines.length === 0 || !isReadable(cluster)) return cluster
  return { ...cluster, machines: predictMachines(cluster) }
}
