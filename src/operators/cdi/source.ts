/**
 * What CDI's webhook demands of the source of a DataVolume in a DataImportCron, a registry or a claim.
 * Source: CDI pkg/apiserver/webhooks/util.go (validateNumberOfSources, validateDataVolumeSourceRegistry),
 * datavolume-validate.go (validateDataVolumeSpec).
 */

import { type JsonObject, objectAt, stringAt } from '../../json/json.ts'
import { goUrlScheme } from '../../kubernetes/go-url.ts'
import { type Cause, cause } from './cause.ts'

const path = 'spec.template.spec.source'

export function causeInSource(volume: JsonObject): Cause | undefined {
  const source = objectAt(volume, 'source') ?? {}
  if (Object.keys(source).length > 1) return cause('several-sources', 'Multiple Data volume sources', path)
  const registry = objectAt(source, 'registry')
  return registry ? causeInRegistry(registry) : causeInPvc(objectAt(source, 'pvc') ?? {})
}

function causeInRegistry(registry: JsonObject): Cause | undefined {
  const url = stringAt(registry, 'url')
  const imageStream = stringAt(registry, 'imageStream')
  if ((url === undefined) === (imageStream === undefined)) {
    const message = 'Source registry should have either URL or ImageStream'
    return cause('neither-url-nor-image-stream', message, `${path}.registry`)
  }
  return (url === undefined ? undefined : causeInUrl(url)) ?? causeInPullMethod(registry, imageStream)
}

function causeInUrl(url: string): Cause | undefined {
  const at = `${path}.registry.url`
  const scheme = goUrlScheme(url)?.scheme
  if (scheme === undefined) return cause('illegal-registry-url', `Illegal registry source URL ${url}`, at, url)
  if (scheme === 'docker' || scheme === 'oci-archive') return undefined
  return cause('illegal-registry-url-scheme', `Illegal registry source URL scheme ${url}`, at, url)
}

function causeInPullMethod(registry: JsonObject, imageStream: string | undefined): Cause | undefined {
  const pullMethod = stringAt(registry, 'pullMethod')
  const at = `${path}.registry.pullMethod`
  if (pullMethod !== undefined && pullMethod !== 'pod' && pullMethod !== 'node') {
    return cause('illegal-pull-method', `ImportMethod ${pullMethod} is neither pod, node or ""`, at, pullMethod)
  }
  if (imageStream === '') {
    const message = 'Source registry ImageStream is not valid'
    return cause('image-stream-empty', message, `${path}.registry.imageStream`, imageStream)
  }
  if (imageStream === undefined || pullMethod === 'node') return undefined
  const message = 'Source registry ImageStream is supported only with node pull import method'
  return cause('image-stream-without-node-pull', message, at, pullMethod)
}

function causeInPvc(pvc: JsonObject): Cause | undefined {
  if (stringAt(pvc, 'namespace') && stringAt(pvc, 'name')) return undefined
  return cause('incomplete-pvc-source', 'Template.source.PVC source PVC is not valid', `${path}.pvc`)
}
