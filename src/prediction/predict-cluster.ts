import { type ChosenRelease, chooseRelease, releaseOfStatus } from '../cluster/choose-release.ts'
import { type CommonTemplates, chooseCommonTemplates } from '../cluster/common-templates.ts'
import type { ClusterItems } from '../cluster/grouping.ts'
import { chooseInventory, type DeclaredArchitectures, type Inventory } from '../cluster/inventory.ts'
import type { NodeItem } from '../cluster/node.ts'
import type { Release } from '../cluster/release.ts'
import { InputError } from '../input-error.ts'
import { isJsonObject, type JsonObject, listAt, stringAt, valueAt } from '../json/json.ts'
import type { KnownImages } from '../lock/known-images.ts'
import {
  type CommonDataSources,
  PRODUCT_DATA_SOURCES,
  UPSTREAM_DATA_SOURCES,
} from '../operators/ssp/common-data-sources.ts'
import type { MachinePrediction } from './machines/machine-prediction.ts'
import { predict } from './predict.ts'
import type { Admitted, Made, Operating, Prediction, Readable } from './prediction.ts'

/** What the configuration says of every cluster. */
export interface ClusterOptions {
  readonly hyperconvergedVersion: string | undefined
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
  /** Who said that it is that release. */
  readonly chosenRelease: ChosenRelease
  /** It is OpenShift Virtualization: HCO's, SSP's and CDI's own things are the product's. */
  readonly product: boolean
  readonly goldenImagesNamespace: string
  readonly commonTemplates: CommonTemplates
  readonly inventory: Inventory<NodeItem>
  /** What the registries had; undefined when nobody wrote it down. */
  readonly lock: KnownImages | undefined
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

const DOWNSTREAM_NAMESPACE = 'openshift-cnv'
/** Where SSP puts golden images. */
const PRODUCT_NAMESPACE = 'openshift-virtualization-os-images'
const UPSTREAM_NAMESPACE = 'kubevirt-os-images'

/** Of its virtual machines nothing is told yet. */
export function predictCluster(items: ClusterItems, options: ClusterOptions, lock?: KnownImages): ClusterPrediction {
  const hyperConverged = items.hyperConverged.value()
  const [image] = items.commonBootImages
  const statusTemplates = listAt(hyperConverged, 'status', 'dataImportCronTemplates').filter(isJsonObject)
  const inItem = image && listAt(image.value(), 'spec', 'dataImportCronTemplates').filter(isJsonObject)
  const chosenRelease = chooseRelease(options.hyperconvergedVersion, hyperConverged)
  const { release } = chosenRelease
  const written = {
    configured: options.commonBootImages,
    item: inItem,
    status: isOfRelease(hyperConverged, release) ? statusTemplates : [],
  }
  const product = isProduct(hyperConverged, chosenRelease, options.goldenImagesNamespace)
  const known = {
    release,
    chosenRelease,
    product,
    goldenImagesNamespace: options.goldenImagesNamespace ?? (product ? PRODUCT_NAMESPACE : UPSTREAM_NAMESPACE),
    commonTemplates: chooseCommonTemplates(written, chosenRelease, product),
    inventory: chooseInventory(items.nodes, options.architectures, valueAt(hyperConverged, 'status', 'nodeInfo')),
  }
  const circumstances = {
    ...known,
    commonTemplates: known.commonTemplates.templates,
    commonDataSources: commonDataSourcesOf(known),
  }
  const prediction = naming(hyperConverged, () => predict(hyperConverged, circumstances))
  return { items, hyperConverged, ...known, lock, prediction, machines: [] }
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

/**
 * OpenShift Virtualization lives in `openshift-cnv`; of an object without a namespace its own number tells it. Where
 * golden images are said to be in upstream's namespace it is upstream's SSP that puts them there.
 */
function isProduct(
  hyperConverged: JsonObject,
  { product }: ChosenRelease,
  goldenImagesNamespace: string | undefined,
): boolean {
  const namespace = stringAt(hyperConverged, 'metadata', 'namespace') ?? ''
  if (goldenImagesNamespace === UPSTREAM_NAMESPACE) return false
  return namespace === DOWNSTREAM_NAMESPACE || (namespace === '' && product)
}

/** A status of another release than the one that is asked for tells nothing of what that one ships. */
function isOfRelease(hyperConverged: JsonObject, { version }: Release): boolean {
  const written = releaseOfStatus(hyperConverged)
  return written === undefined || !written.exact || written.release.version === version
}

/** Who lists the common templates without naming a release of the product may have upstream's SSP in that namespace. */
function commonDataSourcesOf({
  product,
  chosenRelease,
  commonTemplates: { source },
}: Pick<ClusterPrediction, 'product' | 'chosenRelease' | 'commonTemplates'>): CommonDataSources {
  const listed = source === 'configuration' || source === 'item'
  return product && (chosenRelease.product || !listed) ? PRODUCT_DATA_SOURCES : UPSTREAM_DATA_SOURCES
}
