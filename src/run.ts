/** The program on one page: text in → clusters → predictions → findings → text out. */
import { groupByCluster } from './cluster/grouping.ts'
import { chooseInventory } from './cluster/inventory.ts'
import { CLUSTER_KIND, fieldsOfInterest, fieldsWithoutCluster, type Role, roleOf } from './cluster/kinds.ts'
import { findMeantKind } from './cluster/near-kind.ts'
import { readNode } from './cluster/node.ts'
import { ownersAmong } from './cluster/owner.ts'
import { type ClusterSettings, sameForAll, settingsAmong } from './config/cluster-settings.ts'
import type { ConfigurationProblem } from './config/configuration-problem.ts'
import { readConfiguration } from './config/read-configuration.ts'
import type { Settings } from './config/settings.ts'
import { madeEarlier } from './emission/earlier-run.ts'
import { readMark } from './emission/mark.ts'
import { GENERATED_FILE } from './emission/place-in-files.ts'
import { type Emission, NO_EMISSION, planEmission } from './emission/plan-emission.ts'
import { IGNORE_MARK } from './findings/ignore-comments.ts'
import { toKrmResults } from './formats/findings/krm-results.ts'
import { nameFile } from './formats/findings/place.ts'
import { type PredictedImages, printSummary } from './formats/findings/summary.ts'
import { printable } from './formats/text/printable.ts'
import { groupBy } from './json/group-by.ts'
import { compareBytes } from './kubernetes/byte-order.ts'
import { knownImages } from './lock/known-images.ts'
import { handedCrons } from './prediction/cron-outcomes.ts'
import { checkExistingCrons, type ExistingCron, placeExisting } from './prediction/existing-crons.ts'
import { type ClusterPrediction, isMade, isOperating, predictCluster } from './prediction/predict-cluster.ts'
import { refusalsOf } from './prediction/prediction.ts'
import { withMachines } from './prediction/with-machines.ts'
import { type Item, type NamedItem, type ResourceList, readResourceList } from './resource-list/read-resource-list.ts'
import { scanText, type TextScan } from './resource-list/text-scan.ts'
import { type Judged, judge } from './rules/judge.ts'
import type { Reading } from './rules/reading.ts'
import { ownCrons } from './rules/support/written-crons.ts'

/** Nobody mends more at once, and each lists what is allowed. */
const MOST_PROBLEMS = 50

/** What a process does at its end. */
export interface Outcome {
  /** 0; 1: a finding reaches `failOn`; 2: the configuration can't be used; 3: the input can't be read. */
  readonly exitCode: 0 | 1 | 2 | 3
  /** Whole, or empty. */
  readonly stdout: string
  readonly stderr: string
}

/** All that is known of an input once its rules have spoken. */
export interface Evaluation extends Judged {
  readonly clusters: readonly ClusterPrediction[]
  readonly emission: Emission
  /** DataImportCrons of the input that nobody makes of a template: they are checked without any HyperConverged, too. */
  readonly ownCrons: readonly ExistingCron[]
  /** How many HyperConvergeds would be refused for a reason whose rule is off: that stays in the summary. */
  readonly refusedSilently: number
}

/** The function: a ResourceList as text in, a ResourceList as text out. A host may scan it. */
export function run(input: string, scan: TextScan = scanText(input)): Outcome {
  const needs = scan.firstPlace(CLUSTER_KIND) < input.length ? fieldsOfInterest : fieldsWithoutCluster
  const read = readResourceList(input, needs, { mention: GENERATED_FILE, scan })
  if (!read.ok) return unreadable(read.message)
  const configuration = readConfiguration(read.list.functionConfig)
  if (!configuration.ok) return misconfigured(configuration.problems)
  const evaluation = evaluate(
    read.list.needed,
    sameForAll(configuration.settings),
    textsOf(input, scan),
    undefined,
    read.list.items,
  )
  return {
    exitCode: evaluation.failed ? 1 : 0,
    stdout: writeResourceList(read.list, evaluation, configuration.settings),
    stderr: printSummary(evaluation.findings, countImages(evaluation)),
  }
}

/**
 * Predicts every cluster of the items and lets the rules look at it, each with the settings of its cluster. Items of other
 * kinds are no concern of it. `texts` are those that may hold comments of ours, by their files; `reading` is what a
 * command knows beside, `objects` everything that is in the input, whether or not it was asked for.
 */
export function evaluate(
  items: readonly Item[],
  settings: ClusterSettings,
  texts: ReadonlyMap<string, string>,
  reading?: Reading,
  objects: readonly NamedItem[] = items,
): Evaluation {
  const byRole = groupBy(items, roleOf)
  const having = (role: Role) => byRole.get(role) ?? []
  const hyperConverged = having('cluster')
  const {
    clusters: groups,
    ambiguous,
    strayNodes,
  } = groupByCluster({
    hyperConverged,
    nodes: having('inventory'),
    commonBootImages: having('common-templates'),
    imageStreams: having('image-stream'),
    machines: having('virtual-machine'),
    requisites: having('virtual-machine').length === 0 ? [] : requisitesAmong(having),
  })
  const lock = knownImages(having('images-lock'))
  const clusters = groups.map((group) => withMachines(predictCluster(group, settings.of(group.hyperConverged), lock)))
  const findOwner = ownersAmong(clusters.map((cluster) => cluster.items.hyperConverged))
  const measures = settingsAmong(settings, clusters)
  const made = madeEarlier(having('golden-image'), hyperConverged)
  const orphans = isWhole(hyperConverged, reading) ? [...made].flatMap(([item, maker]) => (maker ? [] : [item])) : []
  const { mode, prune } = measures.forCluster(undefined)
  const emission = planEmission(
    clusters,
    items,
    { made, orphans, findOwner },
    {
      optionsOf: (cluster) => {
        const own = settings.of(cluster.items.hyperConverged)
        return own.mode === 'generate' ? own.emit : undefined
      },
      prune: prune && mode === 'generate',
    },
  )
  const existing = groupBy(
    having('golden-image').filter((item) => !emission.dropped.has(item)),
    ({ kind }) => kind,
  )
  const inventory = chooseInventory(
    clusters.length === 0 ? having('inventory').map((node) => readNode(node.value())) : [],
    settings.whole.architectures,
    undefined,
  )
  const existingCrons = checkExistingCrons(existing.get('DataImportCron') ?? [], clusters, findOwner, inventory)
  const existingDataSources = placeExisting(existing.get('DataSource') ?? [], clusters, findOwner)
  const hyperConvergedCount = hyperConverged.length
  const misspelt = (byRole.get(undefined) ?? []).filter(({ apiVersion, kind }) => findMeantKind(apiVersion, kind))
  const input = {
    clusters,
    ambiguous,
    strayNodes,
    emission,
    existingCrons,
    existingDataSources,
    lock,
    objects,
    hyperConvergedCount,
    misspelt,
    reading,
  }
  const isSilent = ({ items, prediction }: ClusterPrediction) =>
    refusalsOf(prediction).some(({ cause }) => settings.of(items.hyperConverged).rules[cause] === 'off')
  const refusedSilently = clusters.filter(isSilent).length
  return {
    clusters,
    emission,
    ownCrons: ownCrons(clusters, existingCrons),
    ...judge(input, measures, texts),
    refusedSilently,
  }
}

/**
 * Whether a HyperConverged that is not in the input is nowhere: streams are whole packages, and folders are searched, but
 * beside files that were named one by one others can stand.
 */
function isWhole(hyperConverged: readonly Item[], reading: Reading | undefined): boolean {
  const isStream = hyperConverged.length > 0 && hyperConverged.every(({ source }) => source.file === '')
  return isStream || (reading?.searched ?? []).length > 0
}

/** What virtual machines need; what an earlier run made is predicted anew. */
function requisitesAmong(having: (role: Role) => readonly Item[]): Item[] {
  const images = having('golden-image').filter((item) => readMark(item.value()) === undefined)
  return [...having('machine-requisite'), ...images]
}

/** The whole ResourceList; a failed one has the input's items alone, because new ones would hide the results in kpt. */
export function writeResourceList(
  list: ResourceList,
  { emission, findings, failed }: Evaluation,
  { returnItems }: Settings,
): string {
  const results = toKrmResults(findings)
  if (returnItems === 'none') return list.write({ dropped: new Set(list.items), emitted: [], results })
  const { dropped, emitted } = failed ? NO_EMISSION : emission
  return list.write({ dropped, emitted, results })
}

export function countImages({ clusters, ownCrons, refusedSilently }: Evaluation): PredictedImages {
  const operating = clusters.filter(isOperating)
  const architectures = operating.flatMap(({ prediction }) => prediction.nodeInformation.workloadsArchitectures)
  const crons = clusters.filter(isMade).flatMap(({ prediction }) => handedCrons(prediction.crons))
  return {
    dataImportCrons: crons.length,
    architectures: [...new Set(architectures)].sort(compareBytes),
    ...(ownCrons.length > 0 && { ownDataImportCrons: ownCrons.length }),
    ...(refusedSilently > 0 && { refusedSilently }),
  }
}

export function unreadable(message: string): Outcome {
  return { exitCode: 3, stdout: '', stderr: `golden-images: ${printable(message)}\n` }
}

export function misconfigured(problems: readonly ConfigurationProblem[]): Outcome {
  const lines = problems.slice(0, MOST_PROBLEMS).map(tellProblem)
  if (problems.length > MOST_PROBLEMS) lines.push(`there are ${problems.length - MOST_PROBLEMS} more problems`)
  return {
    exitCode: 2,
    stdout: '',
    stderr: lines.map((line) => `golden-images: configuration error: ${printable(line)}\n`).join(''),
  }
}

function tellProblem({ path, message, file, place }: ConfigurationProblem): string {
  const words = path === '' ? message : `\`${path}\` ${message}`
  return file === undefined
    ? words
    : `${[nameFile(file), place?.line, place?.column].filter(Boolean).join(':')}: ${words}`
}

/** The text with its name, unless it is known to hold no comment of ours. */
function textsOf(text: string, scan: TextScan): ReadonlyMap<string, string> {
  return scan.firstPlace(IGNORE_MARK) === text.length ? new Map() : new Map([['', text]])
}
