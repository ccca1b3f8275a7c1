import { type DataSource, objectKey, type VolumeName } from '../../cluster/data-source.ts'
import type { FindVolume, VolumeLabels } from '../../operators/cdi/data-source.ts'
import type { ImageSource } from './image-source.ts'

/**
 * Tells whether a claim or snapshot is there. Where the input has volumes of a namespace it has them all. Else what a
 * DataImportCron fills is there, and what another DataSource names, with its labels, unless its own status says otherwise or
 * it is SSP's own name for a volume that nobody has made. Anything else is there, too, with labels that nobody knows.
 */
export function volumeFinder(
  written: readonly (VolumeName & { readonly labels: ReadonlyMap<string, string> })[],
  images: readonly ImageSource[],
): FindVolume {
  const complete = new Set(written.map(({ kind, namespace }) => `${kind} ${namespace}`))
  const known = new Map(written.map(({ labels, ...name }) => [volumeKey(name), { labels, hasUnknownLabels: false }]))
  const namesAVolume = ({ kind, namespace, name }: VolumeName) =>
    known.has(volumeKey({ kind, namespace, name: baseOf(name) }))
  const implied = new Map(images.flatMap((image) => impliedVolume(image, namesAVolume)))
  return (volume) => {
    const key = volumeKey(volume)
    const found = known.get(key)
    if (found) return found
    const isComplete = complete.has(`${volume.kind} ${volume.namespace}`)
    if (implied.has(key)) {
      const { isMade, labels } = implied.get(key) ?? { isMade: false, labels: undefined }
      return isComplete && !isMade ? undefined : labels
    }
    return isComplete ? undefined : { labels: new Map(), hasUnknownLabels: true }
  }
}

interface ImpliedVolume {
  /** A DataImportCron makes it, or SSP takes another volume for it. */
  readonly isMade: boolean
  /** Undefined: it is not there. */
  readonly labels: VolumeLabels | undefined
}

function impliedVolume(
  { dataSource, volume, isReady }: ImageSource,
  namesAVolume: (volume: VolumeName) => boolean,
): [string, ImpliedVolume][] {
  if (volume) return [[volumeKey(volume), { isMade: true, labels: volume }]]
  const { source, labels, namespace } = dataSource
  if (!source || source.kind === 'dataSource') return []
  const name = { ...source, namespace: source.namespace || namespace }
  // SSP takes a volume of the unsuffixed name for the default variant (internal/operands/data-sources/reconcile.go).
  const isKept = isSspDefault(dataSource) && namesAVolume(name)
  const isThere = isKept || (isReady ?? !isSspDefault(dataSource))
  return [[volumeKey(name), { isMade: isKept, labels: isThere ? { labels, hasUnknownLabels: false } : undefined }]]
}

/** SSP names a volume as its DataSource until a DataImportCron fills that. */
function isSspDefault({ source, name, labels }: DataSource): boolean {
  return source?.kind === 'pvc' && source.name === name && !labels.has('cdi.kubevirt.io/dataImportCron')
}

function baseOf(name: string): string {
  return name.replace(/-(amd64|arm64|s390x)$/, '')
}

function volumeKey(volume: VolumeName): string {
  return `${volume.kind} ${objectKey(volume)}`
}
