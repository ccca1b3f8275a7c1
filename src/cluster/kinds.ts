import type { ItemHeader } from '../resource-list/item.ts'
import type { Fields } from '../yaml/fields.ts'
import { INSTANCE_OBJECT_FIELDS, MACHINE_FIELDS, POOL_FIELDS, VOLUME_FIELDS } from './machine-fields.ts'
import { findMeantKind } from './near-kind.ts'
import { NODE_FIELDS } from './node.ts'

/** What an item is to a prediction. */
export type Role =
  | 'cluster'
  | 'inventory'
  | 'common-templates'
  | 'image-stream'
  | 'golden-image'
  | 'virtual-machine'
  /** What decides about virtual machines, or is needed by them. */
  | 'machine-requisite'
  | 'images-lock'
  | 'configuration'
  | 'report'

interface Kind {
  readonly role: Role
  /** One version; of a group that ends in a slash, any. */
  readonly apiVersions: string
  /** What is read of it among the items of a ResourceList. */
  readonly fields: Fields | false
}

/** Without one there is no cluster. */
export const CLUSTER_KIND = 'HyperConverged'

/** Our own group. */
export const OWN_GROUP = 'golden-images.dev'
const OWN = `${OWN_GROUP}/`
export const OWN_API_VERSION = `${OWN_GROUP}/v1alpha1` as const

/** The kinds that are known; every other passes through as text. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [CLUSTER_KIND, { role: 'cluster', apiVersions: 'hco.kubevirt.io/', fields: true }],
  ['Node', { role: 'inventory', apiVersions: 'v1', fields: NODE_FIELDS }],
  ['CommonBootImages', { role: 'common-templates', apiVersions: OWN, fields: true }],
  ['ImageStream', { role: 'image-stream', apiVersions: 'image.openshift.io/v1', fields: true }],
  ['DataImportCron', { role: 'golden-image', apiVersions: 'cdi.kubevirt.io/', fields: true }],
  ['DataSource', { role: 'golden-image', apiVersions: 'cdi.kubevirt.io/', fields: true }],
  ['VirtualMachine', { role: 'virtual-machine', apiVersions: 'kubevirt.io/', fields: MACHINE_FIELDS }],
  ['VirtualMachineInstance', { role: 'virtual-machine', apiVersions: 'kubevirt.io/', fields: INSTANCE_OBJECT_FIELDS }],
  ['VirtualMachinePool', { role: 'virtual-machine', apiVersions: 'pool.kubevirt.io/', fields: POOL_FIELDS }],
  ['Template', { role: 'virtual-machine', apiVersions: 'template.openshift.io/', fields: true }],
  ['KubeVirt', { role: 'machine-requisite', apiVersions: 'kubevirt.io/', fields: true }],
  ['DataVolume', { role: 'machine-requisite', apiVersions: 'cdi.kubevirt.io/', fields: true }],
  ['PersistentVolumeClaim', { role: 'machine-requisite', apiVersions: 'v1', fields: VOLUME_FIELDS }],
  ['VolumeSnapshot', { role: 'machine-requisite', apiVersions: 'snapshot.storage.k8s.io/', fields: VOLUME_FIELDS }],
  ...['VirtualMachinePreference', 'VirtualMachineClusterPreference'].map(instancetypeKind),
  ...['VirtualMachineInstancetype', 'VirtualMachineClusterInstancetype'].map(instancetypeKind),
  ['ImagesLock', { role: 'images-lock', apiVersions: OWN, fields: true }],
  ['GoldenImages', { role: 'configuration', apiVersions: OWN, fields: false }],
  ['Report', { role: 'report', apiVersions: OWN, fields: false }],
])

export const KIND_NAMES: readonly string[] = [...KINDS.keys()]

function instancetypeKind(kind: string): [string, Kind] {
  return [kind, { role: 'machine-requisite', apiVersions: 'instancetype.kubevirt.io/', fields: true }]
}

/** Undefined for an item that is no concern of ours. */
export function roleOf({ apiVersion, kind }: ItemHeader): Role | undefined {
  return findKind(apiVersion, kind)?.role
}

/** Whether an object of that header counts when it stands inside another one, too, as in a Policy. */
export function countsInside(apiVersion: string | undefined, kind: string | undefined): boolean {
  const role = findKind(apiVersion, kind)?.role
  if (role === undefined) return findMeantKind(apiVersion, kind) !== undefined
  // Of a Template that is not among them what it holds counts, virtual machines and others.
  return role !== 'configuration' && role !== 'report' && kind !== 'Template'
}

/** What somebody will look at of such an item of a ResourceList; of one whose kind is misspelt, what it is called. */
export function fieldsOfInterest(apiVersion: string | undefined, kind: string | undefined): Fields | false {
  const known = findKind(apiVersion, kind)
  return known ? known.fields : fieldsOfMisspelt(apiVersion, kind)
}

const NAMES: Fields = new Map([
  ['apiVersion', true],
  ['kind', true],
  ['metadata', true],
])

function fieldsOfMisspelt(apiVersion: string | undefined, kind: string | undefined): Fields | false {
  return findMeantKind(apiVersion, kind) ? NAMES : false
}

/** The same where there is no cluster: virtual machines and what they need are nobody's concern then. */
export function fieldsWithoutCluster(apiVersion: string | undefined, kind: string | undefined): Fields | false {
  const known = findKind(apiVersion, kind)
  if (!known) return fieldsOfMisspelt(apiVersion, kind)
  const concernsMachines = known.role === 'virtual-machine' || known.role === 'machine-requisite'
  return concernsMachines ? false : known.fields
}

function findKind(apiVersion = '', kind = ''): Kind | undefined {
  const known = KINDS.get(kind)
  if (!known) return undefined
  const { apiVersions } = known
  const fits = apiVersions.endsWith('/') ? apiVersion.startsWith(apiVersions) : apiVersion === apiVersions
  return fits ? known : undefined
}
