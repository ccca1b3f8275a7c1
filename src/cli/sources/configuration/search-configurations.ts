import { posix } from 'node:path'
import { directoryOf, filePath } from '../../../cluster/item-location.ts'
import { roleOf } from '../../../cluster/kinds.ts'
import { groupBy } from '../../../json/group-by.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { CONFIGURATION_FILE, type ConfigurationFiles } from './configuration-files.ts'
import type { ConfigurationLoader, ConfigurationSource, Loaded } from './load-configuration.ts'

/** One step of a search upwards. */
interface Level {
  /** By it, a GoldenImages among the manifests is known to stand here. */
  readonly home: string
  /** Undefined where the manifests alone tell of the folder. */
  readonly folder?: string
}

export interface Search {
  readonly above: (item: Item) => Loaded | undefined
  /** What stands above all of these. */
  readonly aboveAll: (items: readonly Item[]) => Loaded | undefined
}

/** Searches upwards among files and manifests; each folder is looked at once. */
export function searchAmong(items: readonly Item[], files: ConfigurationFiles, loader: ConfigurationLoader): Search {
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

/** A configuration among the manifests, as a loader takes it. */
export function sourceOf(item: Item, files: ConfigurationFiles): ConfigurationSource {
  const { file } = item.source
  if (file === '' || saysWhere(item) !== undefined) return { item, file, place: undefined }
  const place = files.placeOf(file)
  return { item, file: files.show(place), place }
}

function severalBeside({ source }: Item): Loaded {
  const message = `must not hold several GoldenImages: the one that counts must be in a file ${CONFIGURATION_FILE}, or named with \`--config\``
  const folder = `the folder of ${JSON.stringify(source.file || '<stdin>')}`
  return { ok: false, problems: [{ path: '', message: `${folder} ${message}` }] }
}
