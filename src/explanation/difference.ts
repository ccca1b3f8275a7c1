import type { Finding } from '../findings/finding.ts'
import { admittedCrons } from '../prediction/cron-outcomes.ts'
import { type ClusterPrediction, isMade, isOperating } from '../prediction/predict-cluster.ts'
import { type CronDifference, compareCrons } from './cron-difference.ts'
import { compareDataSources, type DataSourceDifference } from './data-source-difference.ts'
import { type Evaluated, findingsByCluster, findingsOnInput } from './explain.ts'
import {
  compareFindings,
  compareInputFindings,
  type FindingDifference,
  type SideFindings,
} from './finding-difference.ts'
import { type LostField, lostFields } from './lost-fields.ts'
import { compareMachines, type MachineDifference } from './machine-difference.ts'
import { type ClusterPair, matchClusters } from './match-clusters.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type ExplainedRefusal, explainRefusals } from './refusals.ts'
import { type ClusterStorage, clusterStorage, readableQuantity } from './storage.ts'
import { explainUpgrade, type Upgrade } from './upgrade.ts'

/** What is compared. */
interface Compared extends Evaluated {
  /** What rules that are off would find. */
  readonly findOff: () => readonly Finding[]
}

interface Side {
  readonly findOn: (cluster: ClusterPrediction | undefined) => SideFindings
  readonly onInput: SideFindings
}

/** A cluster on one side of the comparison. */
export interface ClusterState {
  readonly outcome: Outcome
  readonly refusals: readonly ExplainedRefusal[]
  readonly multiArch?: boolean
  readonly workloadArchitectures?: readonly string[]
  readonly dataImportCrons?: number
  readonly storage?: ClusterStorage
}

/** What a change does to the images of one cluster. */
export interface ClusterDifference {
  /** `''` when nothing names it. */
  readonly cluster: string
  /** Absent: the cluster is new. */
  readonly before?: ClusterState
  /** Absent: the cluster goes. */
  readonly after?: ClusterState
  /** Absent, as what follows from it, where what comes after, or the nodes before, can't be told. */
  readonly dataImportCrons?: CronDifference
  /** Those that mean something else to VMs. */
  readonly dataSources?: readonly DataSourceDifference[]
  /** Of virtual machines that both sides have; absent as well where there is none. */
  readonly virtualMachines?: MachineDifference
  /** Absent where both sides have one release. */
  readonly upgrade?: Upgrade
  /** After less before, as a quantity; negative when less is asked for. */
  readonly storageChange?: string
  /** Absent for none, and where nothing looks as if the spec had been replaced as a whole. */
  readonly lostFields?: readonly LostField[]
  readonly findings: FindingDifference
}

export interface Difference {
  readonly clusters: readonly ClusterDifference[]
  /** About the input as a whole. */
  readonly findings: FindingDifference
  /** Anything above differs, or can't be compared. */
  readonly differs: boolean
}

/** Compares what becomes of the images of every cluster. */
export function compareEvaluations(old: Compared, current: Compared): Difference {
  const before = sideOf(old)
  const after = sideOf(current)
  const clusters = matchClusters(old.clusters, current.clusters).map((pair) =>
    compareCluster(pair, before.findOn(pair.before), after.findOn(pair.after)),
  )
  const findings = compareInputFindings(before.onInput, after.onInput)
  return { clusters, findings, differs: clusters.some(differs) || hasFindings(findings) }
}

function compareCluster(pair: ClusterPair, before: SideFindings, after: SideFindings): ClusterDifference {
  const old = pair.before && describe(pair.before)
  const current = pair.after && describe(pair.after)
  const findings = compareFindings(before, after)
  const lost = lostFields(pair.before, pair.after)
  const machines = compareMachines(pair.before, pair.after)
  const upgrade = explainUpgrade(pair)
  return {
    cluster: pair.name,
    ...(old && { before: old }),
    ...(current && { after: current }),
    ...(upgrade && { upgrade }),
    ...(isComparable(pair) && {
      dataImportCrons: compareCrons(pair.before, pair.after),
      dataSources: compareDataSources(pair.before, pair.after),
      ...(machines && { virtualMachines: machines }),
      storageChange: subtract(current?.storage, old?.storage),
    }),
    ...(lost.length > 0 && { lostFields: lost }),
    // Without a prediction the rules on images are silent, which mends nothing.
    findings: { ...findings, fixed: !pair.after || isMade(pair.after) ? findings.fixed : [] },
  }
}

/** What would have been refused made nothing; of a cluster whose nodes are unknown nobody can say what it made. */
function isComparable({ before, after }: ClusterPair): boolean {
  return before?.prediction.outcome !== 'nodes-unknown' && (!after || isMade(after))
}

function describe(cluster: ClusterPrediction): ClusterState {
  return {
    outcome: outcomeOf(cluster),
    refusals: explainRefusals(cluster, () => undefined),
    ...(isOperating(cluster) && {
      multiArch: cluster.prediction.multiArch,
      workloadArchitectures: cluster.prediction.nodeInformation.workloadsArchitectures,
    }),
    ...(isMade(cluster) && {
      dataImportCrons: admittedCrons(cluster.prediction.crons).length,
      storage: clusterStorage(cluster.prediction),
    }),
  }
}

function subtract(after: ClusterStorage | undefined, before: ClusterStorage | undefined): string {
  return readableQuantity(BigInt(after?.bytes ?? '0') - BigInt(before?.bytes ?? '0'))
}

function sideOf(evaluated: Compared): Side {
  const silent = { clusters: evaluated.clusters, findings: evaluated.findOff() }
  const found = findingsByCluster(evaluated)
  const off = findingsByCluster(silent)
  return {
    findOn: (cluster) => (cluster ? { found: found(cluster), off: off(cluster) } : { found: [], off: [] }),
    onInput: { found: findingsOnInput(evaluated), off: findingsOnInput(silent) },
  }
}

/** Whether anything at all differs on a cluster; what can't be compared may. */
export function differs(difference: ClusterDifference): boolean {
  const { before, after, upgrade, dataImportCrons, dataSources, virtualMachines, lostFields, findings } = difference
  if (!dataImportCrons || upgrade || lostFields) return true
  const { created, removed, replaced, random, updated } = dataImportCrons
  return (
    before?.outcome !== after?.outcome ||
    before?.multiArch !== after?.multiArch ||
    before?.workloadArchitectures?.join() !== after?.workloadArchitectures?.join() ||
    [created, removed, replaced, random, updated, dataSources ?? []].some((list) => list.length > 0) ||
    (virtualMachines !== undefined && Object.values(virtualMachines).some((list) => list.length > 0)) ||
    hasFindings(findings)
  )
}

function hasFindings(findings: FindingDifference): boolean {
  return Object.values(findings).some((list) => list.length > 0)
}
