/** Every registry address of an input, with what belongs to it. */
import type { RegistrySource } from '../../cluster/data-import-cron.ts'
import { isJsonObject, type JsonObject, listAt, objectAt, stringAt } from '../../json/json.ts'
import type { LockedStream } from '../../lock/images-lock.ts'
import { parseRegistryUrl, type ReferenceProblem } from '../../operators/cdi/registry-reference.ts'
import { isEnabled } from '../../operators/hco/template.ts'
import { type ClusterPrediction, isAdmitted, isReadable } from '../../prediction/predict-cluster.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'

/** An address that a registry can be asked about. */
export interface CollectedImage {
  readonly url: string
  readonly host: string
  readonly repository: string
  readonly reference: string
  /** Architectures that somebody asks of it by name. */
  readonly asked: ReadonlySet<string>
  /** Names of ConfigMaps with the authorities of its host. */
  readonly certConfigMaps: ReadonlySet<string>
  /** Names of Secrets with its login. */
  readonly secrets: ReadonlySet<string>
}

export interface CollectedImages {
  readonly images: readonly CollectedImage[]
  readonly imageStreams: readonly LockedStream[]
  /** What no registry can be asked about, and why. */
  readonly skipped: readonly SkippedImage[]
}

/** What may be a password is not in its address. */
interface SkippedImage {
  readonly url: string
  readonly reason: string
  /** Why the address can't be read. */
  readonly problem?: ReferenceProblem
}

type Source = Pick<RegistrySource, 'url' | 'certConfigMap' | 'secretRef' | 'platform'>

/** OpenShift's own, which has a name inside of the cluster alone. */
const INTERNAL_REGISTRY = 'image-registry.openshift-image-registry.svc'

export function collectImages(clusters: readonly ClusterPrediction[], items: readonly Item[]): CollectedImages {
  const imageStreams = items.filter(({ kind }) => kind === 'ImageStream').flatMap((item) => tagsOf(item.value()))
  const sources = [
    ...clusters.flatMap(ofCluster),
    ...items.flatMap(ofItem),
    ...imageStreams.map(({ url }): Source => ({ url })),
  ]
  const images = new Map<string, CollectedImage>()
  const skipped = new Map<string, SkippedImage>()
  for (const source of sources) {
    const { url } = source
    if (url === undefined || skipped.has(url)) continue
    const read = parseRegistryUrl(url)
    if (read.ok && !read.reference.host.startsWith(INTERNAL_REGISTRY)) {
      images.set(url, merge(images.get(url), url, read.reference, source))
    } else skipped.set(url, skip(url, read.ok ? undefined : read.problem))
  }
  return { images: [...images.values()], imageStreams, skipped: [...skipped.values()] }
}

function skip(url: string, problem: ReferenceProblem | undefined): SkippedImage {
  const shown = url.replace(/\/\/[^/]*@/, '//…@')
  if (problem !== undefined) return { url: shown, reason: 'no registry can be asked by this address', problem }
  return { url: shown, reason: 'this registry can be reached from inside of its cluster only' }
}

function merge(
  known: CollectedImage | undefined,
  url: string,
  reference: Pick<CollectedImage, 'host' | 'repository' | 'reference'>,
  { platform, certConfigMap, secretRef }: Source,
): CollectedImage {
  const and = (set: ReadonlySet<string> | undefined, more: string | undefined) =>
    new Set([...(set ?? []), ...(more ? [more] : [])])
  return {
    url,
    ...reference,
    asked: and(known?.asked, platform?.architecture),
    certConfigMaps: and(known?.certConfigMaps, certConfigMap),
    secrets: and(known?.secrets, secretRef),
  }
}

/** Of the templates that HCO works with; where it works with none, of all that it would. */
function ofCluster(cluster: ClusterPrediction): Source[] {
  if (!isReadable(cluster)) return []
  const templates = isAdmitted(cluster)
    ? cluster.prediction.templates.flatMap(({ effective }) => effective?.template ?? [])
    : [...cluster.prediction.hyperConverged.templates.filter(isEnabled), ...cluster.commonTemplates.templates]
  return templates.flatMap(({ spec }) => spec?.template.spec.source?.registry ?? [])
}

function ofItem(item: Item): Source[] {
  if (item.kind === 'DataImportCron') return registryOf(objectAt(item.value(), 'spec', 'template'))
  if (item.kind === 'DataVolume') return registryOf(item.value())
  if (item.kind !== 'VirtualMachine') return []
  return listAt(item.value(), 'spec', 'dataVolumeTemplates').filter(isJsonObject).flatMap(registryOf)
}

function registryOf(volume: JsonObject | undefined): Source[] {
  const registry = objectAt(volume, 'spec', 'source', 'registry')
  if (!registry) return []
  const url = stringAt(registry, 'url')
  const certConfigMap = stringAt(registry, 'certConfigMap')
  const secretRef = stringAt(registry, 'secretRef')
  const architecture = stringAt(registry, 'platform', 'architecture')
  return [
    {
      ...(url !== undefined && { url }),
      ...(certConfigMap !== undefined && { certConfigMap }),
      ...(secretRef !== undefined && { secretRef }),
      ...(architecture !== undefined && { platform: { architecture } }),
    },
  ]
}

function tagsOf(stream: JsonObject): LockedStream[] {
  return listAt(stream, 'spec', 'tags').flatMap((tag) => {
    const from = stringAt(tag, 'from', 'name')
    const importMode = stringAt(tag, 'importPolicy', 'importMode')
    if (stringAt(tag, 'from', 'kind') !== 'DockerImage' || from === undefined) return []
    return [
      {
        namespace: stringAt(stream, 'metadata', 'namespace') ?? '',
        name: stringAt(stream, 'metadata', 'name') ?? '',
        tag: stringAt(tag, 'name') ?? '',
        url: `docker://${from}`,
        ...((importMode === 'Legacy' || importMode === 'PreserveOriginal') && { importMode }),
      },
    ]
  })
}
