import {
  booleanAt,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  stringAt,
  stringMapAt,
  valueAt,
} from '../json/json.ts'
import type { DataImportCronTemplate } from './data-import-cron.ts'
import { type FeatureGate, readFeatureGates } from './feature-gates.ts'
import { type HyperConvergedPaths, type HyperConvergedVersion, keysOf, pathsIn } from './hyperconverged-paths.ts'
import { type NodePlacement, readPlacement } from './placement.ts'
import type { Release } from './release.ts'
import { readTemplate } from './typed-template.ts'
import { readV1OnlyFields } from './v1-only-fields.ts'

/** The multi-architecture switch as it is written; `undefined` where it is not. */
export interface MultiArchSwitch {
  /** v1beta1's gate, a member of a map. */
  readonly mapGate: boolean | undefined
  /** v1's field, or `multiArchEnabled` of the annotation `hco.kubevirt.io/v1-only-fields`. */
  readonly field: boolean | undefined
  /** v1's list of gates, or that of the annotation. */
  readonly gates: readonly FeatureGate[]
}

/** A HyperConverged of either API version in one shape, as the API server would store it. */
export interface HyperConverged {
  readonly version: HyperConvergedVersion
  readonly annotations: ReadonlyMap<string, string>
  readonly templates: readonly DataImportCronTemplate[]
  /** By the place of each template: whether it has no `metadata` at all. */
  readonly templatesWithoutMetadata: readonly boolean[]
  readonly multiArchSwitch: MultiArchSwitch
  readonly commonBootImages: boolean
  readonly commonBootImageNamespace: string
  readonly hasWorkloadSources: boolean
  readonly workloadPlacement: NodePlacement | undefined
  readonly infraPlacement: NodePlacement | undefined
  /** Why the annotation `hco.kubevirt.io/v1-only-fields` can't be read; undefined when it can, or is not there. */
  readonly v1OnlyFieldsProblem: string | undefined
  readonly dataImportSchedule: string
  readonly statusNodeInfo: JsonValue | undefined
  readonly paths: HyperConvergedPaths
  /** The whole object, without what the CRD does not know. */
  readonly stored: JsonObject
}

/**
 * Reads a HyperConverged out of the object that the CRD accepted and pruned, and the status from the item as it came.
 * HCO itself converts v1beta1 to v1 (hyperconverged-cluster-operator, api/v1beta1/conversion.go) and reads v1 alone.
 */
export function readHyperConverged(
  version: HyperConvergedVersion,
  pruned: JsonObject,
  item: JsonObject,
  release: Release,
): HyperConverged {
  const paths = pathsIn(release, version)
  const annotations = stringMapAt(pruned, 'metadata', 'annotations')
  const templates = listAt(pruned, ...keysOf(paths.templates))
  const writtenSwitch = booleanAt(pruned, ...keysOf(paths.multiArchSwitch))
  const fromAnnotation =
    version === 'v1beta1' && release.readsV1OnlyFields ? readV1OnlyFields(annotations) : { gates: [] }
  return {
    version,
    annotations,
    templates: templates.map(readTemplate),
    templatesWithoutMetadata: templates.map((template) => !objectAt(template, 'metadata')),
    multiArchSwitch:
      version === 'v1'
        ? {
            mapGate: undefined,
            field: release.hasMultiArchField ? writtenSwitch : undefined,
            gates: readFeatureGates(valueAt(pruned, ...keysOf(paths.featureGates))),
          }
        : {
            mapGate: writtenSwitch,
            field: fromAnnotation.field,
            gates: fromAnnotation.gates,
          },
    commonBootImages: booleanAt(pruned, ...keysOf(paths.commonBootImages)) ?? true,
    commonBootImageNamespace: stringAt(pruned, ...keysOf(paths.commonBootImageNamespace)) ?? '',
    hasWorkloadSources: objectAt(pruned, 'spec', 'workloadSources') !== undefined,
    workloadPlacement: readPlacement(pruned, paths.workloadPlacement),
    infraPlacement: readPlacement(pruned, paths.infraPlacement),
    v1OnlyFieldsProblem: fromAnnotation.problem,
    dataImportSchedule: stringAt(item, 'status', 'dataImportSchedule') ?? '',
    statusNodeInfo: valueAt(item, 'status', 'nodeInfo'),
    paths,
    stored: pruned,
  }
}
