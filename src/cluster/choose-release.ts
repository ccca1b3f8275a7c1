import { type JsonObject, listAt, stringAt } from '../json/json.ts'
import { findRelease, NEWEST_RELEASE, type Release, readPublishedVersion } from './release.ts'

/** The release that a prediction holds for, and who said that it is that one. */
export interface ChosenRelease {
  readonly release: Release
  readonly source: 'configuration' | 'status' | 'newest'
  /** The version as it was written; `''` when nobody did. */
  readonly written: string
  /** False when the version that was written is not known, and the nearest that is was taken. */
  readonly exact: boolean
  /** OpenShift Virtualization's own number was written. */
  readonly product: boolean
  /** Its z-stream, where that was written. */
  readonly patch: number | undefined
}

const NOBODY_SAYS: ChosenRelease = {
  release: NEWEST_RELEASE,
  source: 'newest',
  written: '',
  exact: true,
  product: false,
  patch: undefined,
}

/** The first that is there: the configuration, the HyperConverged's `status.versions`, the newest release known. */
export function chooseRelease(configured: string | undefined, hyperConverged: JsonObject): ChosenRelease {
  const release = configured === undefined ? undefined : findRelease(configured)
  if (configured === undefined || !release) return releaseOfStatus(hyperConverged) ?? NOBODY_SAYS
  const product = !configured.startsWith('1.')
  return { release, source: 'configuration', written: configured, exact: true, product, patch: undefined }
}

/**
 * What the operator itself published: the one entry of `status.versions` (hyperconverged-cluster-operator,
 * controllers/hyperconverged/hyperconverged_controller.go, hcoVersionName), `1.Y.Z` upstream and `4.Y.Z` in the product.
 */
export function releaseOfStatus(hyperConverged: JsonObject): ChosenRelease | undefined {
  const entry = listAt(hyperConverged, 'status', 'versions').find((one) => stringAt(one, 'name') === 'operator')
  const written = entry === undefined ? undefined : stringAt(entry, 'version')
  const published = written === undefined ? undefined : readPublishedVersion(written)
  return published && written !== undefined ? { ...published, source: 'status', written } : undefined
}
