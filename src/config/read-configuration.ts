import { commonTemplateProblems } from '../cluster/common-template-problems.ts'
import { OWN_API_VERSION } from '../cluster/kinds.ts'
import { RELEASE_VERSIONS } from '../cluster/release.ts'
import { copyWithoutNulls } from '../json/copy-without-nulls.ts'
import { type JsonObject, type JsonValue, objectAt, stringAt, valueAt } from '../json/json.ts'
import { readConfigMap } from './config-map.ts'
import type { ConfigurationProblem } from './configuration-problem.ts'
import { describeConfiguration } from './describe-configuration.ts'
import { isGoldenImages } from './golden-images.generated.js'
import type { GoldenImagesSpec } from './golden-images-schema.ts'
import { type Settings, settingsOf } from './settings.ts'

export type Configuration =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

export type CheckedConfiguration =
  | { readonly ok: true; readonly spec: GoldenImagesSpec }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

/**
 * Reads a configuration that stands alone, as a functionConfig does: a GoldenImages object, a ConfigMap, or nothing at all.
 * Nothing in it is ever ignored.
 */
export function readConfiguration(config: JsonObject | undefined): Configuration {
  const checked = checkConfiguration(config)
  if (!checked.ok) return checked
  if (checked.spec.extends !== undefined) return { ok: false, problems: [NOTHING_TO_EXTEND] }
  return { ok: true, settings: settingsOf(checked.spec) }
}

/** The spec of a configuration that can still extend another one. */
export function checkConfiguration(config: JsonObject | undefined): CheckedConfiguration {
  if (!config || Object.keys(config).length === 0) return { ok: true, spec: {} }
  const kind = stringAt(config, 'kind')
  if (kind === 'ConfigMap' && stringAt(config, 'apiVersion') === 'v1') {
    const read = readConfigMap(objectAt(config, 'data') ?? {})
    return read.problems.length > 0
      ? { ok: false, problems: read.problems }
      : check({ apiVersion: OWN_API_VERSION, kind: 'GoldenImages', spec: read.spec }, pathInData)
  }
  return check(config, (path) => path)
}

/** Of one whose file nothing tells. */
export const NOTHING_TO_EXTEND: ConfigurationProblem = {
  path: 'spec.extends',
  message: 'can be followed in a file alone, and this configuration came without one: write here what that file says',
}

function check(written: JsonObject, place: (path: string) => string): CheckedConfiguration {
  const config = copyWithoutNulls(written)
  const version = numericVersion(valueAt(config, 'spec', 'hyperconvergedVersion'))
  if (version) return { ok: false, problems: [{ ...version, path: place(version.path) }] }
  if (!isGoldenImages(config)) {
    const problems = describeConfiguration(config)
    return { ok: false, problems: problems.map((problem) => ({ ...problem, path: place(problem.path) })) }
  }
  const { spec = {} } = config
  const { commonBootImages } = spec
  const problems = commonBootImages ? commonTemplateProblems(valueAt(config, 'spec', 'commonBootImages')) : []
  if (problems.length > 0) {
    return {
      ok: false,
      problems: problems.map(({ path, message }) => ({ path: `spec.commonBootImages${path}`, message })),
    }
  }
  return { ok: true, spec }
}

/** YAML reads an unquoted 1.20 as the number 1.2, which is another release. */
function numericVersion(value: JsonValue | undefined): ConfigurationProblem | undefined {
  if (typeof value !== 'number') return undefined
  return {
    path: 'spec.hyperconvergedVersion',
    message: `must be a string, and YAML reads it unquoted as the number ${value} (1.20 becomes 1.2, and 4.20 4.2): quote it; known: ${RELEASE_VERSIONS.join(', ')}`,
  }
}

function pathInData(path: string): string {
  return path.replace(/^spec\./, 'data.')
}
