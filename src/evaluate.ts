/** What becomes of the clusters of an input, and what the rules find. */
import { groupByCluster } from './cluster/grouping.ts'
import { chooseInventory } from './cluster/inventory.ts'
import { type Role, roleOf } from './cluster/kinds.ts'
import { findMeantKind } from './cluster/near-kind.ts'
import { readNode } from './cluster/node.ts'
import { ownersAmong } from './cluster/owner.ts'
import { type ClusterSettings, settingsAmong } from './config/cluster-settings.ts'
import { madeEarlier } from './emission/earlier-run.ts'
import { readMark } from './emission/mark.ts'
import { type Emission, planEmission } from './emission/plan-emission.ts'
import { groupBy } from './json/group-by.ts'
import { knownImages } from './lock/known-images.ts'
import { checkExistingCrons, type ExistingCron, placeExisting } from './prediction/existing-crons.ts'
import { type ClusterPrediction, predictCluster } from './prediction/predict-cluster.ts'
import { refusalsOf } from './prediction/prediction.ts'
import { withMachines } from './prediction/with-machines.ts'
import type { Item, NamedItem } from './resource-list/read-resource-list.ts'
import { type Judged, judge } from './rules/judge.ts'
import type { Reading } from './rules/reading.ts'
import { ownCrons } from './rules/support/written-crons.ts'

/** All that is known of an input once its rules have spoken. */
export interface Evaluation extends Judged {
  readonly clusters: readonly ClusterPrediction[]
  readonly emission: Emission
  /** DataImportCrons of the input that nobody makes of a template: they are checked without any HyperConverged, too. */
  readonly ownCrons: readonly ExistingCron[]
  /** How many HyperConvergeds would be refused for a reason whose rule is off: that stays in the summary. */
  readonly refusedSilently: number
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
  objects: () => readonly NamedItem[] = () => items,
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
