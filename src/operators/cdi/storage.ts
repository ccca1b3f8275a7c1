/**
 * What CDI's webhook demands of the claim that a DataVolume asks for, be it `pvc` or `storage`.
 * Source: CDI pkg/apiserver/webhooks/datavolume-validate.go (validateDataVolumeSpec, validateStorageSize).
 */

import { type JsonObject, type JsonValue, listAt, objectAt, stringAt, valueAt } from '../../json/json.ts'
import { quantityBytes, quantitySign } from '../../kubernetes/quantity.ts'
import { utf8Length } from '../../kubernetes/utf8-length.ts'
import { type Cause, cause } from './cause.ts'

interface Claim {
  field: 'pvc' | 'storage'
  path: string
  request: JsonObject
}

const oneMebibyte = 1024n * 1024n
const knownAccessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

export function causeInStorage(volume: JsonObject): Cause | undefined {
  const path = 'spec.template.spec'
  const pvc = objectAt(volume, 'pvc')
  const storage = objectAt(volume, 'storage')
  if (pvc && storage) {
    const message = 'Duplicate storage definition, both target storage and target pvc defined'
    return cause('duplicate-storage', message, `${path}.storage`)
  }
  if (pvc) return causeInClaim({ field: 'pvc', path: `${path}.pvc`, request: pvc }, volume)
  if (storage) return causeInClaim({ field: 'storage', path: `${path}.storage`, request: storage }, volume)
  return cause('missing-storage', 'Missing Data volume PVC', path)
}

function causeInClaim(claim: Claim, volume: JsonObject): Cause | undefined {
  return (
    causeInSize(claim, volume) ??
    causeInStorageClass(claim) ??
    (claim.field === 'pvc' ? causeInOneAccessMode(claim) : causeInAccessModes(claim)) ??
    causeInPopulation(claim)
  )
}

function causeInSize({ field, path, request }: Claim, volume: JsonObject): Cause | undefined {
  const subject = field === 'pvc' ? 'PVC' : 'Storage'
  const size = valueAt(request, 'resources', 'requests', 'storage')
  if (typeof size !== 'string' && typeof size !== 'number') {
    // A clone can take the size of its source, though only `storage` looks it up.
    const isClone = objectAt(volume, 'source', 'pvc') ?? objectAt(volume, 'source', 'snapshot')
    return field === 'storage' && isClone ? undefined : cause('size-missing', `${subject} size is missing`, path)
  }
  const at = `${path}.resources.requests.storage`
  const bytes = quantityBytes(size) ?? 0n
  if (quantitySign(size) === 0 || bytes < 0n) {
    return cause('size-not-positive', `${subject} size can't be equal or less than zero`, at, size)
  }
  return bytes < oneMebibyte ? cause('size-too-small', `${subject} size should be at least 1MiB`, at, size) : undefined
}

function causeInStorageClass({ path, request }: Claim): Cause | undefined {
  const name = stringAt(request, 'storageClassName') ?? ''
  if (utf8Length(name) <= 253) return undefined
  const message = 'Name cannot be longer than 253 characters'
  return cause('storage-class-name-too-long', message, `${path}.storageClassName`, name)
}

function causeInOneAccessMode(claim: Claim): Cause | undefined {
  const modes = listAt(claim.request, 'accessModes')
  const path = `${claim.path}.accessModes`
  if (modes.length === 0) {
    return cause('access-mode-missing', 'Required value: at least 1 access mode is required', path)
  }
  return modes.length > 1 ? cause('several-access-modes', 'PVC multiple accessModes', path) : causeInAccessModes(claim)
}

function causeInAccessModes({ path, request }: Claim): Cause | undefined {
  const modes = listAt(request, 'accessModes')
  const index = modes.findIndex((mode) => typeof mode !== 'string' || !knownAccessModes.includes(mode))
  if (index < 0) return undefined
  // CDI names the first mode, whichever is wrong.
  const message = `Unsupported value: ${quote(modes[0])}: supported values: ${knownAccessModes.map(quote).join(', ')}`
  return cause('unsupported-access-mode', message, `${path}.accessModes[${index}]`, modes[index])
}

function causeInPopulation({ path, request }: Claim): Cause | undefined {
  const field = objectAt(request, 'dataSourceRef') ? 'dataSourceRef' : 'dataSource'
  if (!objectAt(request, field)) return undefined
  const message = 'External population is incompatible with Source and SourceRef'
  return cause('external-population', message, `${path}.${field}`)
}

function quote(value: JsonValue | undefined): string {
  return `"${typeof value === 'string' ? value : ''}"`
}
