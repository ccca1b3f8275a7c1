import type { ExplainedRelease, ReleaseOfClusters } from '../../explanation/release.ts'
import { enumerate, few } from '../../rules/support/wording.ts'

/** `HCO 1.16 (OpenShift Virtualization 4.20), by …`: which release was taken, and who says so. */
export function tellRelease(release: ExplainedRelease): string {
  const { source, written = '', nearest } = release
  const name = nameRelease(release)
  if (source === 'newest') return `${name}, the newest one known: nothing says which one the cluster runs`
  if (source === 'configuration') return `${name}, by \`hyperconvergedVersion\``
  return nearest
    ? `${name}, the nearest one known to ${written} of \`status.versions\``
    : `${name}, by \`status.versions\` (${written})`
}

/** `HCO 1.16 (OpenShift Virtualization 4.20)` */
export function nameRelease({ hyperconvergedVersion, openshiftVirtualization }: ExplainedRelease): string {
  const product = openshiftVirtualization === undefined ? '' : ` (OpenShift Virtualization ${openshiftVirtualization})`
  return `HCO ${hyperconvergedVersion}${product}`
}

/** What is taken for the common templates of the product, and what that rests on. */
export function tellProductSet({ productSet }: ExplainedRelease): string[] {
  if (!productSet) return []
  const { release, dataSources, ratings } = productSet
  return [`those that OpenShift Virtualization ${release} ships (${enumerate(dataSources)}), ${ratings.set}`]
}

/** The clusters of a release, where there are several releases. */
export function tellWhere({ clusters }: ReleaseOfClusters, all: readonly ReleaseOfClusters[]): string {
  return all.length > 1 ? `${few(clusters)}: ` : ''
}
