import { type CommonTemplates, chooseCommonTemplates } from '../cluster/common-templates.ts'
import type { ClusterItems } from '../cluster/grouping.ts'
import { chooseInventory, type DeclaredArchitectures, type Inventory } from '../cluster/inventory.ts'
import type { NodeItem } from '../cluster/node.ts'
import type { Release } from '../cluster/release.ts'
import { InputError } from '../input-error.ts'
import { isJsonObject, type JsonObject, listAt, stringAt, valueAt } from '../json/json.ts'
import type { MachinePrediction } from './machines/machine-prediction.ts'
import { predict } from './predict.ts'
import type { Admitted, Made, Operating, Prediction, Readable } from './prediction.ts'

/** What the configuration says of every cluster. */
export interface ClusterOptions {
  readonly release: Release
  readonly goldenImagesNamespace: string | undefined
  readonly commonBootImages: readonly JsonObject[] | undefined
  readonly architectures: DeclaredArchitectures | undefined
}

/** A cluster, what is known of it, and what becomes of its golden images. */
export interface ClusterPrediction<P extends Prediction = Prediction> {
  readonly items: ClusterItems
  /** The HyperConverged as it came. */
  readonly hyperConverged: JsonObject
  readonly release: Release
  readonly goldenImagesNamespace: string
  readonly commonTemplates: CommonTemplates
  readonly inventory: Inventory<NodeItem>
  readonly prediction: P
  /** What becomes of its virtual machines (`withMachines`). */
  readonly machines: readonly MachinePrediction[]
}

export function isReadable(cluster: ClusterPrediction): cluster is ClusterPrediction<Readable> {
  return cluster.prediction.outcome !== 'unreadable'
}

export function isAdmitted(cluster: ClusterPrediction): cluster is ClusterPrediction<Admitted> {
  return isReadable(cluster) && cluster.prediction.outcome !== 'refused'
}

export function isOperating(cluster: ClusterPrediction): cluster is ClusterPrediction<Operating> {
  return isAdmitted(cluster) && cluster.prediction.outcome !== 'nodes-unknown'
}

export function isMade(cluster: ClusterPrediction): cluster is ClusterPrediction<Made> {
  return cluster.prediction.outcome === 'made'
}

export const DOWNSTREAM_NAMESPACE = 'openshift-cnv'

/** Of its virtual machines nothing is told yet. */
export function predictCluster(items: ClusterItems, options: ClusterOptions): ClusterPrediction {
  const hyperConverged = items.hyperConverged.value()
  const [image] = items.commonBootImages
  const statusTemplates = listAt(hyperConverged, 'status', 'dataImportCronTemplates').filter(isJsonObject)
  const inItem = image && listAt(image.value(), 'spec', 'dataImportCronTemplates').filter(isJsonObject)
  const known = {
    release: options.release,
    goldenImagesNamespace: options.goldenImagesNamespace ?? defaultNamespace(hyperConverged),
    commonTemplates: chooseCommonTemplates(options.commonBootImages, inItem, statusTemplates),
    inventory: chooseInventory(items.nodes, options.architectures, valueAt(hyperConverged, 'status', 'nodeInfo')),
  }
  const circumstances = { ...known, commonTemplates: known.commonTemplates.templates }
  const prediction = naming(hyperConverged, () => predict(hyperConverged, circumstances))
  return { items, hyperConverged, ...known, prediction, machines: [] }
}

/** Says of which HyperConverged something is too much. */
function naming<T>(hyperConverged: JsonObject, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const name = stringAt(hyperConverged, 'metadata', 'name') ?? ''
    throw new InputError(`HyperConverged ${JSON.stringify(name)}: ${error.message}`)
  }
}

/** Where SSP puts golden images: OpenShift Virtualization, which lives in `openshift-cnv`, has a namespace of its own. */
function defaultNamespace(hyperConverged: JsonObject): string {
  const downstream = stringAt(hyperConverged, 'metadata', 'namespace') === DOWNSTREAM_NAMESPACE
  return downstream ? 'openshift-virtualization-os-images' : 'kubevirt-os-images'
}
