import { directoryOf } from '../cluster/item-location.ts'
import { nearestAmong } from '../cluster/owner.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { Settings } from './settings.ts'

/** The settings of each cluster: one configuration can count for all, or each can have its own. */
export interface ClusterSettings {
  /** For what concerns no cluster alone, where there are several or none. */
  readonly whole: Settings
  /** Of the cluster that this HyperConverged makes. */
  readonly of: (hyperConverged: Item) => Settings
}

/** Tells the settings that count. Where there is one cluster alone, everything is a matter of it. */
export interface FindSettings {
  /** All that there are, each once. */
  readonly all: readonly Settings[]
  /** For what names a cluster, or none. */
  readonly forCluster: (name: string | undefined) => Settings
  /** For a file, by the cluster that it lies in. */
  readonly forFile: (file: string) => Settings
}

/** One configuration for all clusters. */
export function sameForAll(settings: Settings): ClusterSettings {
  return { whole: settings, of: () => settings }
}

/** Settings of which each is changed, and those that were one stay one. */
export function changeEach({ whole, of }: ClusterSettings, change: (settings: Settings) => Settings): ClusterSettings {
  const changed = new Map<Settings, Settings>()
  const changeOnce = (settings: Settings): Settings => {
    const known = changed.get(settings) ?? change(settings)
    changed.set(settings, known)
    return known
  }
  return { whole: changeOnce(whole), of: (hyperConverged) => changeOnce(of(hyperConverged)) }
}

export function settingsAmong({ whole, of }: ClusterSettings, clusters: readonly ClusterPrediction[]): FindSettings {
  const [first] = clusters
  const rest = first && clusters.length === 1 ? of(first.items.hyperConverged) : whole
  const byName = new Map(clusters.map(({ items }) => [items.name, of(items.hyperConverged)]))
  const all = [...new Set([rest, ...byName.values()])]
  return {
    all,
    forCluster: (name) => (name === undefined ? rest : (byName.get(name) ?? rest)),
    forFile: all.length === 1 ? () => rest : byFolder(clusters, of, rest),
  }
}

function byFolder(
  clusters: readonly ClusterPrediction[],
  of: ClusterSettings['of'],
  rest: Settings,
): (file: string) => Settings {
  const findNearest = nearestAmong(clusters.map(({ items }) => items.hyperConverged))
  return (file) => {
    const owner = file === '' ? '' : findNearest(directoryOf(file))
    return typeof owner === 'string' ? rest : of(owner)
  }
}
