import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { nodeFinder } from './machine-difference.ts'
import { type MachineState, machineState } from './machine-state.ts'
import { type FindPlace, type Place, withPlace } from './place.ts'

/** Where a virtual machine is written, and what becomes of it in the end. */
export interface MachineStory {
  readonly namespace: string
  readonly name: string
  readonly state: MachineState
  /** The DataSource that it names for its boot disk, before any pointer. */
  readonly dataSource?: string
  readonly place?: Place
}

/** In the order of the cluster's virtual machines. */
export function tellMachines(cluster: ClusterPrediction, find: FindPlace): MachineStory[] {
  const hasNode = nodeFinder(cluster)
  return cluster.machines.map((prediction) => {
    const { item, path, outcome } = prediction
    const { namespace, name, dataVolumeTemplates } = outcome.machine
    const state = machineState(prediction, hasNode)
    const [first] = dataVolumeTemplates.flatMap(({ sourceRef }) => (sourceRef ? [sourceRef] : []))
    const dataSource = first && `${first.namespace || namespace}/${first.name}`
    return withPlace(
      { namespace, name, state, ...(dataSource !== undefined && { dataSource }) },
      find(item, path.replace(/\.$/, '')),
    )
  })
}
