import type { CommonTemplatesSource } from '../cluster/common-templates.ts'
import type { Finding } from '../findings/finding.ts'
import { groupBy } from '../json/group-by.ts'
import { isJsonObject, type JsonValue, objectAt, stringAt, valueAt } from '../json/json.ts'
import { type DataSourceOutcome, dataSourceOutcomes } from '../prediction/data-source-outcomes.ts'
import { type ClusterPrediction, isAdmitted, isMade, isOperating } from '../prediction/predict-cluster.ts'
import type { Admitted } from '../prediction/prediction.ts'
import { type DefaultArchitecture, explainDefaultArchitecture } from './default-architecture.ts'
import { type FindingSummary, summarize } from './finding-summary.ts'
import { explainImages, type ImageExplanation } from './image.ts'
import { type MachineStory, tellMachines } from './machine-story.ts'
import { type ExplainedNodes, explainNodes } from './nodes.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type FindPlace, type Place, placeFinder, withPlace } from './place.ts'
import { type Recorded, recordedOf } from './recorded.ts'
import { type ExplainedRefusal, explainRefusals } from './refusals.ts'
import { type ExplainedRelease, explainRelease } from './release.ts'
import { type ClusterStorage, clusterStorage } from './storage.ts'
import { type ExplainedSwitch, explainSwitch } from './switch.ts'
import { type RecordedMachine, recordMachine } from './virtual-machines.ts'

/** What an evaluation of an input says of its clusters. */
export interface Evaluated {
  readonly clusters: readonly ClusterPrediction[]
  readonly findings: readonly Finding[]
}

/** A cluster's whole prediction, as the operators would publish it, and the reasons for each step. */
export interface ClusterExplanation extends Recorded {
  /** `''` when nothing names it. */
  readonly cluster: string
  readonly hyperConverged: { readonly namespace: string; readonly name: string } & Partial<Place>
  /** Of HCO; the prediction holds for that one. */
  readonly hyperconvergedVersion: string
  readonly goldenImagesNamespace: string
  readonly release: ExplainedRelease
  readonly commonTemplates: CommonTemplatesSource
  /**
   * The HyperConverged is so short that it could be what a GitOps tool or a policy merges into an object on the cluster: it
   * was taken for all there is.
   */
  readonly assumedWhole?: true
  readonly outcome: Outcome
  /** Why the API server, HCO or SSP do not go on. */
  readonly refusals: readonly ExplainedRefusal[]
  /** About the cluster as a whole. */
  readonly findings: readonly FindingSummary[]
  /** Absent, like everything below, when the HyperConverged is refused. */
  readonly nodes?: ExplainedNodes
  readonly defaultArchitecture?: DefaultArchitecture
  readonly multiArchSwitch?: ExplainedSwitch
  /** Whether the common templates are used, and where that is said. */
  readonly commonImages?: { readonly enabled: boolean; readonly path: string; readonly place?: Place }
  readonly images?: readonly ImageExplanation[]
  /** DataSources that SSP makes for the VM templates that it ships, and that no image here is for. */
  readonly otherDataSources?: readonly DataSourceOutcome[]
  readonly storage?: ClusterStorage
  /** What becomes of each virtual machine of the input; absent when there is none. */
  readonly virtualMachines?: readonly RecordedMachine[]
  /** Of the same ones, in the same order. */
  readonly machineStories?: readonly MachineStory[]
  /** The places among them of those that somebody asked for by name. */
  readonly askedMachines?: readonly number[]
}

/** Explains every cluster from its nodes to its DataSources, and where each of it was written. */
export function explainClusters(evaluated: Evaluated): readonly ClusterExplanation[] {
  const find = placeFinder()
  const findingsOf = findingsByCluster(evaluated)
  return evaluated.clusters.map((cluster) => explainCluster(cluster, findingsOf(cluster), find))
}

/** Findings about the input as a whole, where there is more than one cluster, or none. */
export function inputFindings(evaluated: Evaluated): FindingSummary[] {
  return summarize(findingsOnInput(evaluated))
}

export function findingsOnInput({ clusters, findings }: Evaluated): Finding[] {
  return clusters.length === 1 ? [] : findings.filter(({ cluster }) => cluster === undefined)
}

/** A finding names its cluster when there are several. */
export function findingsByCluster({
  clusters,
  findings,
}: Evaluated): (cluster: ClusterPrediction) => readonly Finding[] {
  if (clusters.length === 1) return () => findings
  const byName = groupBy(findings, ({ cluster }) => cluster)
  return ({ items }) => byName.get(items.name) ?? []
}

function explainCluster(cluster: ClusterPrediction, findings: readonly Finding[], find: FindPlace): ClusterExplanation {
  const { items, hyperConverged, release, goldenImagesNamespace, commonTemplates } = cluster
  return {
    cluster: items.name,
    hyperConverged: {
      namespace: stringAt(hyperConverged, 'metadata', 'namespace') ?? '',
      name: stringAt(hyperConverged, 'metadata', 'name') ?? '',
      ...find(items.hyperConverged, ''),
    },
    hyperconvergedVersion: release.version,
    release: explainRelease(cluster),
    goldenImagesNamespace,
    commonTemplates: commonTemplates.source,
    ...(canBePatch(cluster) && { assumedWhole: true }),
    outcome: outcomeOf(cluster),
    ...recordedOf(cluster),
    refusals: explainRefusals(cluster, find),
    findings: summarize(findings.filter(({ template }) => template === undefined)),
    ...(isAdmitted(cluster) && explainAdmitted(cluster, findings, find)),
    ...(cluster.machines.length > 0 && {
      virtualMachines: cluster.machines.map(recordMachine),
      machineStories: tellMachines(cluster, find),
    }),
  }
}

/** Without a status, or any list in its spec, it can be a few fields of another object. What a kustomization made is whole. */
function canBePatch({ hyperConverged, items }: ClusterPrediction): boolean {
  if (items.hyperConverged.origin || objectAt(hyperConverged, 'status')) return false
  return !holdsList(valueAt(hyperConverged, 'spec'))
}

function holdsList(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return true
  return isJsonObject(value) && Object.values(value).some(holdsList)
}

function explainAdmitted(
  cluster: ClusterPrediction<Admitted>,
  findings: readonly Finding[],
  find: FindPlace,
): Partial<ClusterExplanation> {
  const dataSources = isMade(cluster) ? dataSourceOutcomes(cluster) : []
  const images = explainImages({
    cluster,
    workloadArchitectures: isOperating(cluster) ? cluster.prediction.nodeInformation.workloadsArchitectures : undefined,
    dataSources,
    findings,
    find,
  })
  const ofImages = new Set(images.flatMap((image) => image.dataSources))
  return {
    nodes: explainNodes(cluster, find),
    ...(isOperating(cluster) && { defaultArchitecture: explainDefaultArchitecture(cluster) }),
    multiArchSwitch: explainSwitch(cluster, find),
    commonImages: explainCommonImages(cluster, find),
    images,
    otherDataSources: dataSources.filter((one) => !ofImages.has(one)),
    ...(isMade(cluster) && { storage: clusterStorage(cluster.prediction) }),
  }
}

function explainCommonImages({ items, prediction }: ClusterPrediction<Admitted>, find: FindPlace) {
  const { commonBootImages: enabled, paths } = prediction.hyperConverged
  const path = paths.commonBootImages
  return withPlace({ enabled, path }, enabled ? undefined : find(items.hyperConverged, path))
}
