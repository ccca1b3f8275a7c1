/**
 * A set of common templates that OpenShift Virtualization ships, and how much is known of it. The product publishes none
 * of it as source: docs/openshift.md says what was seen where.
 */
export interface ProductSet {
  /** The product's release: `4.20`. */
  readonly release: string
  /** Which of its z-streams have this set, in words. */
  readonly zStreams: string
  /** The newest z-stream that is known to have it; absent for the last set of a release. */
  readonly lastPatch?: number
  /** The templates by their DataSources. */
  readonly dataSources: readonly string[]
  readonly ratings: ProductRatings
}

/** What each thing that is said of a set rests on, as the end of a sentence. */
export interface ProductRatings {
  readonly set: string
  readonly storage: string
  readonly pullMethod: string
  readonly labels: string
  /** Of the annotation; absent where the release has none. */
  readonly architectures?: string
}
