import { InputError } from '../../../input-error.ts'
import { misconfigured } from '../../../run.ts'
import type { LeftOuts } from '../left-outs.ts'
import { lookAtNamed, readNamed } from '../named.ts'
import type { InputResult, Manifests } from '../read-input.ts'
import { quoteName } from '../show-path.ts'
import { type ChoiceResult, chooseConfigurations, oneForAll } from './choose-configurations.ts'
import { readConfigurationIn } from './configuration-file.ts'
import type { ConfigurationFiles } from './configuration-files.ts'
import { filesOnDisk } from './files-on-disk.ts'
import { ConfigurationLoader } from './load-configuration.ts'

/** The manifests with the configurations that count: the one that is named, else each cluster's own. */
export function configure(
  manifests: Manifests,
  files: ConfigurationFiles,
  configPath: string | undefined,
  leftOut: LeftOuts,
): InputResult {
  const result =
    configPath === undefined
      ? chooseConfigurations(manifests, files, new ConfigurationLoader(files, leftOut.add), leftOut.add)
      : chooseNamed(manifests, configPath)
  if (!result.ok) return { ok: false, outcome: misconfigured(result.problems) }
  return { ok: true, input: { ...manifests, configurations: result.chosen, leftOut: leftOut.list() } }
}

/** The file that `--config` names. Throws an InputError when it can't be read. */
function chooseNamed({ items }: Manifests, path: string): ChoiceResult {
  const named = lookAtNamed(path)
  if (!named || named.kind === 'folder') {
    const what = named ? 'is a folder' : 'is not there'
    throw new InputError(`the configuration ${quoteName(path)} must be a file, and ${what}`)
  }
  const { text, fault } = readNamed(named)
  if (fault !== undefined) throw new InputError(`the configuration ${quoteName(path)} must be UTF-8 text`)
  const read = readConfigurationIn(text, path)
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const files = filesOnDisk('.', [])
  const place = named.kind === 'stream' ? undefined : files.placeOf(path)
  // Nothing is looked for, so nothing is left out.
  const loaded = new ConfigurationLoader(files, () => {}).load({ item: read.item, file: path, place })
  return loaded.ok ? { ok: true, chosen: oneForAll(items, loaded.configuration) } : loaded
}
