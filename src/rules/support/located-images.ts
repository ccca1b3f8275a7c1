import { ARCHITECTURES_ANNOTATION, type RegistrySource } from '../../cluster/data-import-cron.ts'
import type { Problem } from '../../findings/finding.ts'
import type { LockedImage } from '../../lock/images-lock.ts'
import type { KnownImages } from '../../lock/known-images.ts'
import { parseRegistryUrl } from '../../operators/cdi/registry-reference.ts'
import { isEnabled, templateName, templatePath } from '../../operators/hco/template.ts'
import { isKnownArchitecture, KNOWN_ARCHITECTURES } from '../../operators/ssp/architectures.ts'
import type { ExistingCron } from '../../prediction/existing-crons.ts'
import { type ClusterPrediction, isAdmitted, isOperating, isReadable } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'
import { nameTemplate } from './wording.ts'
import { nameExisting, ownCrons } from './written-crons.ts'

/** Of an input, what asks for images. */
interface Asking {
  readonly clusters: readonly ClusterPrediction[]
  readonly existingCrons: readonly ExistingCron[]
  readonly lock: KnownImages | undefined
}

/** An image of a registry that HCO or CDI is to import, and who asks for it. */
export interface LocatedImage {
  /** `template "a" (DataSource "b")`, or `DataImportCron "c/a" (DataSource "b")` */
  readonly name: string
  readonly url: string
  readonly pullMethod: string | undefined
  /** What every problem says of where it is. */
  readonly about: Pick<Problem, 'item' | 'cluster' | 'template'>
  /** Path of the address; of a common template the list into which it would be written. */
  readonly path: string
  /** The annotation that counts, where it is; of a template that is annotated elsewhere without a path. */
  readonly annotation: { readonly value: string; readonly path: string | undefined } | undefined
  /** Known architectures of which an image is to be made by name; each once, in the order that is written. */
  readonly asked: readonly string[]
  /** None of them is, as long as the switch is off. */
  readonly isIdle: boolean
  /** Undefined when nothing tells on which VMs run. */
  readonly workloadArchitectures: readonly string[] | undefined
}

/** One that a lock knows. */
export interface LockedLocatedImage extends LocatedImage {
  readonly locked: LockedImage
}

/** Those that the lock knows; none where there is no lock. */
export function lockedImages(input: Asking): LockedLocatedImage[] {
  const { lock } = input
  if (!lock) return []
  return locatedImages(input).flatMap((image) => {
    const known = lock.byUrl.get(image.url)
    return known ? [{ ...image, locked: known.image }] : []
  })
}

/** Those that a registry could be asked about. */
export function locatedImages({ clusters, existingCrons }: Asking): LocatedImage[] {
  const several = clusters.length > 1
  return [
    ...clusters.filter(isReadable).flatMap((cluster) => inCluster(cluster, several)),
    ...ownCrons(clusters, existingCrons).flatMap(inObject),
  ].filter(({ url }) => parseRegistryUrl(url).ok)
}

/** What an annotation can say of an image truthfully; `''` for nothing. */
export function truthfulAnnotation({ architectures }: LockedImage): string {
  return KNOWN_ARCHITECTURES.filter((name) => architectures.includes(name)).join(',')
}

function inCluster(cluster: ClusterPrediction<Readable>, several: boolean): LocatedImage[] {
  const { items, prediction } = cluster
  const { templates, paths } = prediction.hyperConverged
  const operating = isOperating(cluster) ? cluster.prediction : undefined
  const effective = isAdmitted(cluster)
    ? cluster.prediction.templates.flatMap((one) => one.effective ?? [])
    : templates.flatMap((template, index) =>
        isEnabled(template)
          ? [{ template, origin: { kind: 'custom' as const, index }, originalArchitectures: undefined }]
          : [],
      )
  return effective.flatMap(({ template, origin, originalArchitectures }) => {
    const registry = template.spec?.template.spec.source?.registry
    const value = originalArchitectures ?? template.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
    const place = templatePath(paths.templates, origin)
    const own = origin.kind === 'common' ? undefined : templates[origin.index]
    const isOwn = own?.metadata.annotations?.[ARCHITECTURES_ANNOTATION] === value
    const annotated = isOwn ? `${place}.metadata.annotations["${ARCHITECTURES_ANNOTATION}"]` : undefined
    return located(registry, {
      name: nameTemplate(template),
      about: { item: items.hyperConverged, template: templateName(template), ...(several && { cluster: items.name }) },
      path: own?.spec?.template.spec.source?.registry ? `${place}.spec.template.spec.source.registry.url` : place,
      annotation: value ? { value, path: annotated } : undefined,
      asked: [...new Set((value ?? '').split(','))].filter(isKnownArchitecture),
      isIdle: operating?.multiArch === false,
      workloadArchitectures: operating?.nodeInformation.workloadsArchitectures,
    })
  })
}

function inObject(existing: ExistingCron): LocatedImage[] {
  const { item, cluster, template, workloadArchitectures } = existing
  const registry = template.spec?.template.spec.source?.registry
  const architecture = registry?.platform?.architecture
  return located(registry, {
    name: nameExisting(existing),
    about: { item, ...(cluster !== undefined && { cluster }) },
    path: 'spec.template.spec.source.registry.url',
    annotation: undefined,
    asked: architecture ? [architecture] : [],
    isIdle: false,
    workloadArchitectures,
  })
}

function located(
  registry: RegistrySource | undefined,
  image: Omit<LocatedImage, 'url' | 'pullMethod'>,
): LocatedImage[] {
  return registry?.url === undefined ? [] : [{ ...image, url: registry.url, pullMethod: registry.pullMethod }]
}
