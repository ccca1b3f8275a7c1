import { booleanAt, type JsonObject, listAt, objectAt, stringAt, stringMapAt } from '../json/json.ts'
import { type KubeVirtRelease, kubeVirtRelease } from './kubevirt-release.ts'

/** What a KubeVirt CR says, as far as virtual machines' architectures are concerned. */
export interface KubeVirt {
  /** `spec.configuration.architectureConfiguration.defaultArchitecture`. */
  readonly configuredArchitecture: string
  /** `status.defaultArchitecture`; undefined when it has none yet. */
  readonly defaultArchitecture: string | undefined
  readonly featureGates: readonly string[]
  readonly nodeSelectors: { readonly [key: string]: string }
  /** Of `status.observedKubeVirtVersion`. */
  readonly release: KubeVirtRelease | undefined
  /** It installs its own preferences and instance types; undefined: nothing says so. */
  readonly installsCommonInstancetypes: boolean | undefined
}

const OLDEST_KNOWN = 6
const NEWEST_KNOWN = 9

export function readKubeVirt(item: JsonObject): KubeVirt {
  const configuration = objectAt(item, 'spec', 'configuration')
  const developer = objectAt(configuration, 'developerConfiguration')
  return {
    configuredArchitecture: stringAt(configuration, 'architectureConfiguration', 'defaultArchitecture') ?? '',
    defaultArchitecture: stringAt(item, 'status', 'defaultArchitecture'),
    featureGates: listAt(developer, 'featureGates').filter((gate): gate is string => typeof gate === 'string'),
    nodeSelectors: Object.fromEntries(stringMapAt(developer, 'nodeSelectors')),
    release: readRelease(stringAt(item, 'status', 'observedKubeVirtVersion') ?? ''),
    installsCommonInstancetypes: booleanAt(configuration, 'commonInstancetypesDeployment', 'enabled'),
  }
}

/** Of a version as `v1.9.0`; a release that is not known is as the nearest one that is. */
function readRelease(version: string): KubeVirtRelease | undefined {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  if (major !== 1 || minor === undefined || !Number.isSafeInteger(minor)) return undefined
  return kubeVirtRelease(Math.min(Math.max(minor, OLDEST_KNOWN), NEWEST_KNOWN))
}
