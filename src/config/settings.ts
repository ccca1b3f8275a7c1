import type { DeclaredArchitectures } from '../cluster/inventory.ts'
import type { EmitOptions } from '../emission/emitted-item.ts'
import type { Ignore } from '../findings/ignore.ts'
import type { FailOn } from '../findings/severity.ts'
import { type JsonObject, toJson } from '../json/json.ts'
import type { RuleSeverities } from '../rules/apply-rules.ts'
import type { GoldenImagesSpec } from './golden-images-schema.ts'

/** What a run does: the configuration with every default filled in. */
export interface Settings {
  readonly mode: 'generate' | 'validate'
  readonly failOn: FailOn
  readonly returnItems: 'all' | 'none'
  /** Undefined: from the status of each HyperConverged, else the newest known. */
  readonly hyperconvergedVersion: string | undefined
  /** Undefined: by the namespace of each HyperConverged. */
  readonly goldenImagesNamespace: string | undefined
  /** Undefined: from an item, a status, or upstream. */
  readonly commonBootImages: readonly JsonObject[] | undefined
  /** Undefined: from Nodes, or a status. */
  readonly architectures: DeclaredArchitectures | undefined
  readonly emit: EmitOptions
  /** What was made for a HyperConverged that is gone is removed. */
  readonly prune: boolean
  readonly rules: RuleSeverities
  readonly ignore: readonly Ignore[]
}

export function settingsOf(spec: GoldenImagesSpec): Settings {
  const { workload, controlPlane } = spec.architectures ?? {}
  return {
    mode: spec.mode ?? 'generate',
    failOn: spec.failOn ?? 'error',
    returnItems: spec.returnItems ?? 'all',
    hyperconvergedVersion: spec.hyperconvergedVersion,
    goldenImagesNamespace: spec.goldenImagesNamespace,
    commonBootImages: spec.commonBootImages?.map(toJson),
    architectures:
      workload || controlPlane ? { workload: workload ?? [], controlPlane: controlPlane ?? [] } : undefined,
    emit: {
      dataSources: spec.emit?.dataSources ?? false,
      localConfig: spec.emit?.localConfig ?? false,
      labels: spec.emit?.labels ?? {},
      annotations: spec.emit?.annotations ?? {},
    },
    prune: spec.emit?.prune ?? false,
    rules: toSeverities(spec.rules),
    ignore: spec.ignore ?? [],
  }
}

function toSeverities(rules: GoldenImagesSpec['rules']): RuleSeverities {
  return Object.fromEntries(
    Object.entries(rules ?? {}).flatMap(([rule, severity]) => (severity ? [[rule, severity]] : [])),
  )
}
