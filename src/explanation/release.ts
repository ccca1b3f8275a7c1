import type { ChosenRelease } from '../cluster/choose-release.ts'
import type { ProductSet } from '../cluster/openshift/product-set.ts'
import { groupBy } from '../json/group-by.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/** The release that a prediction holds for, and why it is that one. */
export interface ExplainedRelease {
  /** Of HCO. */
  readonly hyperconvergedVersion: string
  /** The number of OpenShift Virtualization; absent upstream, and where the product has none yet. */
  readonly openshiftVirtualization?: string
  /** `newest`: nobody says it, and it is the newest one known. */
  readonly source: ChosenRelease['source']
  /** The version as it was written. */
  readonly written?: string
  /** What was written is no known release: it is the nearest one. */
  readonly nearest?: true
  /** What the product ships in that release is taken for the common templates. */
  readonly productSet?: Pick<ProductSet, 'release' | 'zStreams' | 'dataSources' | 'ratings'>
}

/** A release, and the clusters that a prediction takes it for. */
export interface ReleaseOfClusters extends ExplainedRelease {
  readonly clusters: readonly string[]
}

export function explainRelease({ chosenRelease, product, commonTemplates }: ClusterPrediction): ExplainedRelease {
  const { release, source, written, exact } = chosenRelease
  return {
    hyperconvergedVersion: release.version,
    ...(product && release.productVersion !== undefined && { openshiftVirtualization: release.productVersion }),
    source,
    ...(written !== '' && { written }),
    ...(!exact && { nearest: true }),
    ...(commonTemplates.product && { productSet: describeSet(commonTemplates.product) }),
  }
}

function describeSet({ release, zStreams, dataSources, ratings }: ProductSet): ExplainedRelease['productSet'] {
  return { release, zStreams, dataSources, ratings }
}

/** Each release once, in the order of the clusters. */
export function releasesOf(clusters: readonly ClusterPrediction[]): ReleaseOfClusters[] {
  const explained = clusters.map((cluster) => ({ name: cluster.items.name, release: explainRelease(cluster) }))
  return [...groupBy(explained, ({ release }) => JSON.stringify(release)).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first.release, clusters: group.map(({ name }) => name) }] : []
  })
}
