import { roleOf } from '../../../cluster/kinds.ts'
import type { ClusterSettings } from '../../../config/cluster-settings.ts'
import type { ConfigurationProblem } from '../../../config/configuration-problem.ts'
import { settingsOf } from '../../../config/settings.ts'
import { groupBy } from '../../../json/group-by.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import type { LeaveOut } from '../found-file.ts'
import type { ConfigurationFiles } from './configuration-files.ts'
import type { ConfigurationLoader, ConfigurationSource, Loaded, LoadedConfiguration } from './load-configuration.ts'
import { searchAmong, sourceOf } from './search-configurations.ts'

/**
 * Tells the configuration that came with a HyperConverged, as the functionConfig of a ResourceList or of the kustomization
 * that it was built from: that counts before any file. With `within`, it is that member of the item.
 */
export type FindBrought = (hyperConverged: Item) => { readonly item: Item; readonly within?: string } | undefined

/** Which configuration counts for which cluster. */
export interface ChosenConfigurations {
  readonly settings: ClusterSettings
  /** What counts for all clusters; where these differ, what stands above them all. Undefined for none. */
  readonly whole: LoadedConfiguration | undefined
  /** Each that counts for a cluster; where none does, the one for the input as a whole. */
  readonly counted: readonly CountedConfiguration[]
}

export interface CountedConfiguration {
  /** Undefined: what holds without any. */
  readonly configuration: LoadedConfiguration | undefined
  readonly hyperConverged: readonly Item[]
}

export type ChoiceResult =
  | { readonly ok: true; readonly chosen: ChosenConfigurations }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

export interface ManifestsToConfigure {
  readonly items: readonly Item[]
  readonly findBrought: FindBrought
}

/**
 * The configuration of each HyperConverged: what came with it, else the nearest one above its file, a file
 * `golden-images.yaml` or a GoldenImages among the manifests. The order of the manifests changes nothing.
 */
export function chooseConfigurations(
  { items, findBrought }: ManifestsToConfigure,
  files: ConfigurationFiles,
  loader: ConfigurationLoader,
  leaveOut: LeaveOut,
): ChoiceResult {
  const search = searchAmong(items, files, loader)
  const hyperConverged = items.filter((item) => roleOf(item) === 'cluster')
  const subjects = hyperConverged.length > 0 ? hyperConverged : items
  const found = new Map(
    subjects.map((item) => {
      const brought = findBrought(item)
      return [item, brought ? loader.load(broughtSource(brought, files)) : search.above(item)]
    }),
  )
  const distinct = new Set(found.values())
  const [first] = distinct
  const rest = distinct.size === 1 ? first : search.aboveAll(subjects)
  // What several extend is told once.
  const problems = new Set([...distinct, rest].flatMap((loaded) => (loaded?.ok === false ? loaded.problems : [])))
  if (problems.size > 0) return { ok: false, problems: [...problems] }
  const chosen = toChosen(hyperConverged, (item) => found.get(item), rest)
  if (hyperConverged.length > 0) tellUnused(items, chosen, files, leaveOut)
  return { ok: true, chosen }
}

/** Nobody must think that a configuration counts which lies beside all clusters. */
function tellUnused(
  items: readonly Item[],
  { counted }: ChosenConfigurations,
  files: ConfigurationFiles,
  leaveOut: LeaveOut,
): void {
  const used = new Set(
    counted.flatMap(({ configuration }) => (configuration ? [configuration.file, ...configuration.extended] : [])),
  )
  for (const item of items) {
    if (roleOf(item) !== 'configuration' || item.source.file === '') continue
    const { file, place } = sourceOf(item, files)
    if (!used.has(file)) leaveOut(place ?? file, 'counts for no cluster')
  }
}

/** One configuration for all that there is. */
export function oneForAll(items: readonly Item[], configuration: LoadedConfiguration): ChosenConfigurations {
  const loaded = { ok: true as const, configuration }
  return toChosen(
    items.filter((item) => roleOf(item) === 'cluster'),
    () => loaded,
    loaded,
  )
}

function toChosen(
  hyperConverged: readonly Item[],
  find: (item: Item) => Loaded | undefined,
  rest: Loaded | undefined,
): ChosenConfigurations {
  const defaults = settingsOf({})
  const whole = configurationOf(rest)
  const members = groupBy(hyperConverged, (item) => configurationOf(find(item)))
  const counted = [...members].map(([configuration, group]) => ({ configuration, hyperConverged: group }))
  return {
    settings: {
      whole: whole?.settings ?? defaults,
      of: (item) => (configurationOf(find(item)) ?? whole)?.settings ?? defaults,
    },
    whole,
    counted: whole && !members.has(whole) ? [...counted, { configuration: whole, hyperConverged: [] }] : counted,
  }
}

function configurationOf(loaded: Loaded | undefined): LoadedConfiguration | undefined {
  return loaded?.ok ? loaded.configuration : undefined
}

function broughtSource(
  { item, within }: NonNullable<ReturnType<FindBrought>>,
  files: ConfigurationFiles,
): ConfigurationSource {
  return within === undefined ? sourceOf(item, files) : { ...sourceOf(item, files), place: undefined, within }
}
