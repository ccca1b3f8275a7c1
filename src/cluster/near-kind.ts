import { remembered } from '../devices/remembered.ts'
import { editDistance } from '../words/edit-distance.ts'

/** A kind that people write by hand, where a misspelt one is looked at by nobody. */
interface WrittenKind {
  readonly kind: string
  /** `''` is Kubernetes' own. */
  readonly group: string
  /** Served ones; where none was meant, the last is proposed. */
  readonly versions: readonly string[]
  /** No other group has a kind of that name. */
  readonly isUnique: boolean
}

const WRITTEN_KINDS: readonly WrittenKind[] = [
  { kind: 'HyperConverged', group: 'hco.kubevirt.io', versions: ['v1', 'v1beta1'], isUnique: true },
  { kind: 'DataImportCron', group: 'cdi.kubevirt.io', versions: ['v1beta1'], isUnique: true },
  { kind: 'DataSource', group: 'cdi.kubevirt.io', versions: ['v1beta1'], isUnique: false },
  { kind: 'CommonBootImages', group: 'golden-images.dev', versions: ['v1alpha1'], isUnique: true },
  { kind: 'GoldenImages', group: 'golden-images.dev', versions: ['v1alpha1'], isUnique: true },
  { kind: 'ImagesLock', group: 'golden-images.dev', versions: ['v1alpha1'], isUnique: true },
  { kind: 'ImageStream', group: 'image.openshift.io', versions: ['v1'], isUnique: false },
  { kind: 'Node', group: '', versions: ['v1'], isUnique: false },
]

/** More, and it is another word. */
const MOST_EDITS = { kind: 2, shortKind: 1, group: 3 }
/** Of so many characters most kinds are, so that two edits make others of them. */
const SHORT = 5

/** What an object was meant to be that is of no known kind. */
export interface MeantKind {
  readonly kind: string
  readonly apiVersion: string
}

/** The kind that was meant, where the written one is nearly it; undefined for what is another kind. */
export function findMeantKind(apiVersion: string | undefined, kind: string | undefined): MeantKind | undefined {
  if (apiVersion === undefined || kind === undefined) return undefined
  for (const known of nearKinds(kind)) {
    const { group, version } = split(apiVersion)
    const isExact = kind === known.kind && group === known.group && known.versions.includes(version)
    if (isExact || !canBeMeant(group, kind, known)) continue
    const meant = known.versions.includes(version) ? version : (known.versions.at(-1) ?? '')
    return { kind: known.kind, apiVersion: known.group === '' ? meant : `${known.group}/${meant}` }
  }
  return undefined
}

/** Most items of a large list are of a few kinds, which are near none. */
const nearKinds = remembered((kind) =>
  WRITTEN_KINDS.filter((known) =>
    isNear(kind, known.kind, known.kind.length < SHORT ? MOST_EDITS.shortKind : MOST_EDITS.kind),
  ),
)

function canBeMeant(group: string, kind: string, known: WrittenKind): boolean {
  if (known.group === '') return group === '' || group === 'core'
  if (group === known.group || isNear(group, known.group, MOST_EDITS.group)) return true
  return known.isUnique && kind === known.kind && (group === '' || group.endsWith('kubevirt.io'))
}

/** An apiVersion that is a group alone has no version. */
function split(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf('/')
  if (slash >= 0) return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
  return apiVersion.includes('.') ? { group: apiVersion, version: '' } : { group: '', version: apiVersion }
}

function isNear(written: string, known: string, most: number): boolean {
  if (written === known) return true
  if (Math.abs(written.length - known.length) > most) return false
  return editDistance(written.toLowerCase(), known.toLowerCase(), most) <= most
}
