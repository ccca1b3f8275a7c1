import type { ProductRatings, ProductSet } from './product-set.ts'

const OLDEST_SIX = ['centos7', 'centos-stream8', 'centos-stream9', 'fedora', 'rhel8', 'rhel9']
const FOUR = ['centos-stream9', 'fedora', 'rhel8', 'rhel9']
const FIVE = ['centos-stream10', ...FOUR]
const WITH_RHEL_10_BETA = ['centos-stream10', 'centos-stream9', 'fedora', 'rhel10-beta', 'rhel8', 'rhel9']
const SIX = ['centos-stream10', 'centos-stream9', 'fedora', 'rhel10', 'rhel8', 'rhel9']

const INFERRED = 'inferred from the releases around it'
const RUNBOOK =
  "from the runbooks, which say that every common template supports these; the annotation's text was not seen"

/** Of 4.13 to 4.17, of which no listing is public. */
const UNSEEN: ProductRatings = {
  set: INFERRED,
  storage: 'inferred: 30Gi was seen before and after',
  pullMethod: 'not known',
  labels: 'not known',
}

/** Of 4.18, where one entry of an export can be read. */
const SEEN_4_18: ProductRatings = {
  set: 'seen on one cluster (4.18.23), and in its test suite',
  storage: 'seen on one cluster (4.18.23)',
  pullMethod: 'seen in one entry (centos-stream10, 4.18.2)',
  labels: 'seen in one entry (centos-stream10) and on one DataSource (rhel9), 4.18.2',
}

/** Of 4.20 and newer. */
const WITH_ARCHITECTURES: ProductRatings = {
  set: 'per its test suite',
  storage: INFERRED,
  pullMethod: 'inferred from 4.18',
  labels: 'inferred from 4.18',
  architectures: RUNBOOK,
}

export const NEWEST_PRODUCT_SET: ProductSet = {
  release: '4.22',
  zStreams: 'all (4.22.9 was seen)',
  dataSources: SIX,
  ratings: {
    ...WITH_ARCHITECTURES,
    set: 'seen on three clusters (4.22.9 among them), and in its test suite',
    storage: 'seen on two clusters',
  },
}

/** Oldest first; of a release with several sets the last one comes last. */
export const PRODUCT_SETS: readonly ProductSet[] = [
  {
    release: '4.10',
    zStreams: 'all',
    dataSources: OLDEST_SIX,
    ratings: { ...UNSEEN, set: 'inferred from 4.11 and from upstream 1.6', pullMethod: 'from its documentation' },
  },
  {
    release: '4.11',
    zStreams: 'all',
    dataSources: OLDEST_SIX,
    ratings: {
      set: 'seen on two clusters (4.11.0, 4.11.3)',
      storage: 'seen on one cluster',
      pullMethod: 'from its documentation',
      labels: 'from its documentation',
    },
  },
  {
    release: '4.12',
    zStreams: 'all',
    dataSources: OLDEST_SIX,
    ratings: { ...UNSEEN, set: 'inferred: upstream 1.8 dropped none' },
  },
  { release: '4.13', zStreams: 'until about August 2024', lastPatch: 0, dataSources: OLDEST_SIX, ratings: UNSEEN },
  {
    release: '4.13',
    zStreams: 'since about September 2024',
    dataSources: FOUR,
    ratings: { ...UNSEEN, set: 'inferred from an upstream backport (HCO #3069)' },
  },
  ...['4.14', '4.15', '4.16'].flatMap((release): ProductSet[] => [
    { release, zStreams: 'until about September 2024', lastPatch: 0, dataSources: OLDEST_SIX, ratings: UNSEEN },
    {
      release,
      zStreams: 'since about October 2024',
      dataSources: FOUR,
      ratings: { ...UNSEEN, set: 'from its release notes, which tell of the two that went' },
    },
  ]),
  {
    release: '4.17',
    zStreams: 'until about January 2025',
    lastPatch: 0,
    dataSources: FOUR,
    ratings: { ...UNSEEN, set: 'from its release notes, which tell of the two that went' },
  },
  {
    release: '4.17',
    zStreams: 'since about January 2025',
    dataSources: FIVE,
    ratings: { ...UNSEEN, set: 'inferred from an upstream backport (HCO #3266)' },
  },
  {
    release: '4.18',
    zStreams: 'until about May 2025 (4.18.2 was seen)',
    lastPatch: 2,
    dataSources: WITH_RHEL_10_BETA,
    ratings: { ...SEEN_4_18, set: 'seen on two clusters (4.18.2), and in its test suite' },
  },
  {
    release: '4.18',
    zStreams: 'since about June 2025 (4.18.23 was seen)',
    dataSources: SIX,
    ratings: SEEN_4_18,
  },
  {
    release: '4.19',
    zStreams: 'all',
    dataSources: SIX,
    ratings: {
      set: 'per its test suite',
      storage: INFERRED,
      pullMethod: 'inferred from 4.18',
      labels: 'inferred from 4.18',
    },
  },
  {
    release: '4.20',
    zStreams: 'all (4.20.24 was seen)',
    dataSources: SIX,
    ratings: { ...WITH_ARCHITECTURES, set: 'seen on one cluster (4.20.24), and in its test suite' },
  },
  { release: '4.21', zStreams: 'all', dataSources: SIX, ratings: WITH_ARCHITECTURES },
  NEWEST_PRODUCT_SET,
]
