import type { Finding } from '../findings/finding.ts'
import { groupBy } from '../json/group-by.ts'
import { ARCHITECTURES_ANNOTATION, type EffectiveTemplate, ENABLE_ANNOTATION } from '../operators/hco/template.ts'
import type { TemplateOutcome } from '../operators/hco/template-outcomes.ts'
import { isKnownArchitecture } from '../operators/ssp/architectures.ts'
import type { DataSourceOutcome } from '../prediction/data-source-outcomes.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Admitted } from '../prediction/prediction.ts'
import { type ExplainedArchitectures, explainArchitectures } from './architectures.ts'
import type { Change } from './changes.ts'
import { type ExplainedCron, explainCrons } from './crons.ts'
import { describeSource } from './describe-source.ts'
import { type FindingSummary, summarize } from './finding-summary.ts'
import { type FindPlace, type Place, withPlace } from './place.ts'
import { placesOfCommon } from './place-of-common.ts'
import { type ImageStorage, imageStorage } from './storage.ts'
import { changesOfTemplate } from './template-changes.ts'

/** A changed value of a common template, and where the change stands. */
export type PlacedChange = Change & { readonly place?: Place }

/** Why an image is there, changed, or gone: one template, followed to the end of the chain. */
export interface ImageExplanation {
  readonly template: string
  /** The template's outcome, under the name that `explain --format json` has for it. */
  readonly fate: TemplateOutcome['outcome']
  /** Where the line stands that decides it. */
  readonly place?: Place
  /** The HyperConverged's list has an entry of a common template's name. */
  readonly hasCommonName: boolean
  /** The unsuffixed name by which VMs ask for it. */
  readonly dataSource?: string
  /** Where the image comes from. */
  readonly image?: string
  /** What a customised template changes in the common one. */
  readonly changes: readonly PlacedChange[]
  /** A customised template has labels, which HCO does not take over. */
  readonly labelsIgnored: boolean
  readonly architectures?: ExplainedArchitectures & { readonly place?: Place }
  readonly dataImportCrons: readonly ExplainedCron[]
  /** Those that its DataImportCrons fill, and its unsuffixed name. */
  readonly dataSources: readonly DataSourceOutcome[]
  readonly storage?: ImageStorage
  /** Findings about it; ignored ones are not among them. */
  readonly findings: readonly FindingSummary[]
}

/** What is known of a cluster before its images are explained. */
export interface ImageContext {
  readonly cluster: ClusterPrediction<Admitted>
  readonly workloadArchitectures: readonly string[] | undefined
  readonly dataSources: readonly DataSourceOutcome[]
  /** About this cluster. */
  readonly findings: readonly Finding[]
  readonly find: FindPlace
}

/** Every image that is, or could be expected, on a cluster. */
export function explainImages(context: ImageContext): ImageExplanation[] {
  const { cluster, find, findings, dataSources } = context
  const lookups: Lookups = {
    cronsOf: explainCrons(cluster.prediction),
    placeOfCommon: placesOfCommon(cluster, find),
    findings: groupBy(findings, ({ template }) => template),
    dataSources: new Map(dataSources.map((one, place) => [keyOf(one.namespace, one.name), { one, place }])),
  }
  return cluster.prediction.templates.map((template) => explainImage(template, context, lookups))
}

/** What each image is looked up in; made once for all of a cluster. */
interface Lookups {
  readonly cronsOf: (template: EffectiveTemplate) => readonly ExplainedCron[]
  readonly placeOfCommon: (name: string) => Place | undefined
  /** By template. */
  readonly findings: ReadonlyMap<string | undefined, readonly Finding[]>
  /** By namespace and name, with the place of each among all. */
  readonly dataSources: ReadonlyMap<string, { readonly one: DataSourceOutcome; readonly place: number }>
}

function explainImage(template: TemplateOutcome, context: ImageContext, lookups: Lookups): ImageExplanation {
  const { cluster, workloadArchitectures } = context
  const { name, outcome, entry, common, effective } = template
  const { spec } = effective?.template ?? entry ?? common ?? {}
  const crons = effective ? lookups.cronsOf(effective) : []
  const made = crons.filter((cron) => cron.fate === 'made').length
  const architectures = explainArchitectures(template, cluster.prediction.multiArch, workloadArchitectures)
  const image = spec && describeSource(spec.template.spec.source)
  return withPlace(
    {
      template: name,
      fate: outcome,
      hasCommonName: entry !== undefined && common !== undefined,
      ...(spec && { dataSource: spec.managedDataSource }),
      ...(image !== undefined && { image }),
      changes: changesOfTemplate(template).map((change) =>
        withPlace(change, findInEntry(context, template, change.path)),
      ),
      labelsIgnored: outcome === 'customised' && entry.metadata.labels !== undefined,
      ...(architectures && { architectures: withPlace(architectures, placeOfAnnotation(context, template, lookups)) }),
      dataImportCrons: crons,
      dataSources: dataSourcesFor(template, crons, context, lookups),
      ...(effective && made > 0 && { storage: imageStorage(effective.template, made) }),
      findings: summarize(lookups.findings.get(name) ?? []),
    },
    placeOf(context, template, lookups),
  )
}

/** The line that decides what becomes of the template. */
function placeOf(
  { cluster, find }: ImageContext,
  { name, outcome, index }: TemplateOutcome,
  { placeOfCommon }: Lookups,
): Place | undefined {
  const { paths } = cluster.prediction.hyperConverged
  if (outcome === 'switched-off') return find(cluster.items.hyperConverged, paths.commonBootImages)
  if (index === undefined) return placeOfCommon(name)
  const path = `${paths.templates}[${index}]`
  const line = outcome === 'disabled' ? `.metadata.annotations["${ENABLE_ANNOTATION}"]` : '.metadata.name'
  return find(cluster.items.hyperConverged, `${path}${line}`)
}

function placeOfAnnotation(context: ImageContext, template: TemplateOutcome, lookups: Lookups): Place | undefined {
  const annotated = template.entry?.metadata.annotations?.[ARCHITECTURES_ANNOTATION] !== undefined
  if (annotated) return findInEntry(context, template, `metadata.annotations["${ARCHITECTURES_ANNOTATION}"]`)
  return template.outcome === 'common' ? lookups.placeOfCommon(template.name) : undefined
}

function findInEntry({ cluster, find }: ImageContext, { index }: TemplateOutcome, path: string) {
  if (index === undefined) return undefined
  return find(cluster.items.hyperConverged, `${cluster.prediction.hyperConverged.paths.templates}[${index}].${path}`)
}

/** What its DataImportCrons fill, and the names that its `managedDataSource` stands for. */
function dataSourcesFor(
  { effective }: TemplateOutcome,
  crons: readonly ExplainedCron[],
  { cluster, workloadArchitectures }: ImageContext,
  { dataSources }: Lookups,
): DataSourceOutcome[] {
  const name = effective?.template.spec?.managedDataSource
  if (name === undefined) return []
  const namespaces = [cluster.goldenImagesNamespace, effective?.template.metadata.namespace]
  // SSP makes nothing at all where it does not know an architecture.
  const architectures = (workloadArchitectures ?? []).filter(isKnownArchitecture)
  const names = [name, ...architectures.map((architecture) => `${name}-${architecture}`)]
  const filled = crons.filter(({ fate }) => fate === 'made')
  const keys = new Set([
    ...namespaces.flatMap((namespace) => (namespace === undefined ? [] : names.map((one) => keyOf(namespace, one)))),
    ...filled.map(({ namespace, dataSource }) => keyOf(namespace, dataSource)),
  ])
  return [...keys]
    .flatMap((key) => dataSources.get(key) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`
}
