import { objectKey } from '../../cluster/data-source.ts'
import { readMachines } from '../../cluster/machines.ts'
import { resolveDataSources } from '../../operators/cdi/data-source.ts'
import { commonInstancetypes, commonPreferences } from '../../operators/kubevirt/common-instancetypes.ts'
import type { Surroundings } from '../../operators/kubevirt/surroundings.ts'
import { runMachine } from '../../operators/kubevirt/virtual-machine.ts'
import { type ClusterPrediction, isMade } from '../predict-cluster.ts'
import type { Readable } from '../prediction.ts'
import { volumeFinder } from './find-volume.ts'
import { type KnownObjects, readKnownObjects } from './known-objects.ts'
import { hasCommonInstancetypes, kubeVirtSettings } from './kubevirt-settings.ts'
import { machineNodes } from './machine-nodes.ts'
import type { MachinePrediction } from './machine-prediction.ts'
import { predictedImages } from './predicted-images.ts'

/** What becomes of the virtual machines of a cluster. Where it makes no images, those of the input are there alone. */
export function predictMachines(cluster: ClusterPrediction<Readable>): MachinePrediction[] {
  const { items, inventory, prediction } = cluster
  const surroundings = surroundingsOf(cluster, readKnownObjects(items.requisites))
  const chooseNodes = machineNodes(inventory, prediction.hyperConverged.workloadPlacement)
  return readMachines(items.machines).map(({ machine, ...written }) => ({
    ...written,
    outcome: runMachine(machine, surroundings, chooseNodes),
    surroundings,
  }))
}

/** What the input has stands over what is predicted: an export of a live cluster is the truth. */
function surroundingsOf(cluster: ClusterPrediction<Readable>, known: KnownObjects): Surroundings {
  const { hyperConverged, release, prediction } = cluster
  const predicted = isMade(cluster) ? predictedImages(cluster) : []
  const all = [...predicted, ...known.images]
  const images = [...new Map(all.map((image) => [objectKey(image.dataSource), image])).values()]
  const findVolume = volumeFinder(known.volumes, images)
  const { kubeVirt } = known
  const settings = kubeVirtSettings(kubeVirt, prediction, release)
  const hasCommon = hasCommonInstancetypes(kubeVirt, hyperConverged)
  return {
    kubeVirt: settings,
    dataSources: resolveDataSources(
      images.map(({ dataSource }) => dataSource),
      findVolume,
    ),
    findVolume,
    dataVolumes: known.dataVolumes,
    preferences: new Map([...(hasCommon ? commonPreferences(settings.release) : []), ...known.preferences]),
    instancetypes: new Map([...(hasCommon ? commonInstancetypes() : []), ...known.instancetypes]),
  }
}
