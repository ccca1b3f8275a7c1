import { posix } from 'node:path'
import { directoryOf, filePath } from '../../../cluster/item-location.ts'
import { roleOf } from '../../../cluster/kinds.ts'
import type { ClusterSettings } from '../../../config/cluster-settings.ts'
import type { ConfigurationProblem } from '../../../config/configuration-problem.ts'
import { settingsOf } from '../../../config/settings.ts'
import { groupBy } from '../../../json/group-by.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { CONFIGURATION_FILE, type ConfigurationFiles } from './configuration-files.ts'
import type { ConfigurationLoader, ConfigurationSource, Loaded, LoadedConfiguration } from './load-configuration.ts'

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
  return { ok: true, chosen: toChosen(hyperConverged, (item) => found.get(item), rest) }
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

/** One step of a search upwards. */
interface Level {
  /** By it, a GoldenImages among the manifests is known to stand here. */
  readonly home: string
  /** Undefined where the manifests alone tell of the folder. */
  readonly folder?: string
}

interface Search {
  readonly above: (item: Item) => Loaded | undefined
  /** What stands above all of these. */
  readonly aboveAll: (items: readonly Item[]) => Loaded | undefined
}

function searchAmong(items: readonly Item[], files: ConfigurationFiles, loader: ConfigurationLoader): Search {
  const isFile = (item: Item) => posix.basename(item.source.file) === CONFIGURATION_FILE && !saysWhere(item)
  const among = items.filter((item) => roleOf(item) === 'configuration' && !isFile(item))
  const groups = groupBy(among, (item) => levelsFor(item, files)[0]?.home)
  const byHome = new Map(
    [...groups].map(([home, [first, ...others]]) => [
      home,
      others.length > 0 ? severalBeside(first) : loader.load(sourceOf(first, files)),
    ]),
  )
  const inManifests = ({ home }: Level) => byHome.get(home)
  const inFile = ({ folder }: Level) =>
    folder === undefined ? undefined : loader.at(posix.join(folder, CONFIGURATION_FILE))
  const first = (levels: readonly Level[], isStream: boolean): Loaded | undefined => {
    for (const level of levels) {
      // What is written to standard input is nearer than any file.
      const loaded = isStream ? (inManifests(level) ?? inFile(level)) : (inFile(level) ?? inManifests(level))
      if (loaded) return loaded
    }
    return undefined
  }
  return {
    above: (item) => first(levelsFor(item, files), item.source.file === ''),
    aboveAll: (members) => first(commonLevels(members, files), false),
  }
}

/** No system takes a longer one. */
const LONGEST_PATH = 1 << 12

/** The folders above the path that an item says, in its stream, and those above its file. */
function levelsFor(item: Item, files: ConfigurationFiles): Level[] {
  const levels: Level[] = []
  const said = saysWhere(item)
  if (said !== undefined && said.length <= LONGEST_PATH) {
    for (let folder = directoryOf(said); ; folder = posix.dirname(folder)) {
      levels.push({ home: JSON.stringify([item.source.file, folder]) })
      if (posix.dirname(folder) === folder) break
    }
  }
  for (const folder of files.foldersFor(fileFor(item))) levels.push({ home: folder, folder })
  return levels
}

function commonLevels(items: readonly Item[], files: ConfigurationFiles): Level[] {
  const chains = [...new Set(items.map(fileFor))].map((file) => files.foldersFor(file))
  const [shortest = []] = [...chains].sort((a, b) => a.length - b.length)
  const others = [...new Set(chains)].map((chain) => new Set(chain))
  return shortest
    .filter((folder) => others.every((chain) => chain.has(folder)))
    .map((folder) => ({ home: folder, folder }))
}

/** The path that an item says itself, as in a ResourceList. */
function saysWhere(item: Item): string | undefined {
  const path = filePath(item)
  return item.origin || path === item.source.file ? undefined : path
}

/** The file above which the search begins: for what was built, one in the folder that was. */
function fileFor(item: Item): string {
  return (item.origin && filePath(item)) ?? item.source.file
}

function sourceOf(item: Item, files: ConfigurationFiles): ConfigurationSource {
  const { file } = item.source
  if (file === '' || saysWhere(item) !== undefined) return { item, file, place: undefined }
  const place = files.placeOf(file)
  return { item, file: files.show(place), place }
}

function broughtSource(
  { item, within }: NonNullable<ReturnType<FindBrought>>,
  files: ConfigurationFiles,
): ConfigurationSource {
  return within === undefined ? sourceOf(item, files) : { ...sourceOf(item, files), place: undefined, within }
}

function severalBeside({ source }: Item): Loaded {
  const message = `must not hold several GoldenImages: the one that counts must be in a file ${CONFIGURATION_FILE}, or named with \`--config\``
  const folder = `the folder of ${JSON.stringify(source.file || '<stdin>')}`
  return { ok: false, problems: [{ path: '', message: `${folder} ${message}` }] }
}
