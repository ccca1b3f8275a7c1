import { COMMON_BOOT_GATE_PATH, keysOf } from '../cluster/hyperconverged-paths.ts'
import { productNames } from '../cluster/openshift/product-templates.ts'
import { valueAt } from '../json/json.ts'
import { isEnabled, templateName } from '../operators/hco/template.ts'
import { type ClusterPrediction, isReadable } from '../prediction/predict-cluster.ts'
import type { ClusterPair } from './match-clusters.ts'
import { type ExplainedRelease, explainRelease } from './release.ts'

/** A release that takes the place of another one, and what that means to what is written. */
export interface Upgrade {
  readonly from: ExplainedRelease
  readonly to: ExplainedRelease
  readonly effects: readonly UpgradeEffect[]
}

export type UpgradeEffect =
  /** The gate that keeps common images off is not read any more: they come back. */
  | { readonly kind: 'common-boot-gate-dies'; readonly path: string; readonly instead: string }
  /** The switch is on, and did nothing before. */
  | { readonly kind: 'switch-starts'; readonly path: string }
  /** Templates without a `retentionPolicy` get `None`: who goes takes its volumes with it from then on. */
  | { readonly kind: 'volumes-go'; readonly templates: readonly string[] }
  /** An entry that changed a common template is a template of its own. */
  | { readonly kind: 'becomes-custom'; readonly template: string; readonly path: string; readonly imageStream?: string }

/** Undefined where both sides have one release, or a side is missing. */
export function explainUpgrade({ before, after }: ClusterPair): Upgrade | undefined {
  if (!before || !after || before.release.version === after.release.version) return undefined
  return { from: explainRelease(before), to: explainRelease(after), effects: effectsOf(before, after) }
}

function effectsOf(before: ClusterPrediction, after: ClusterPrediction): UpgradeEffect[] {
  if (!isReadable(after)) return []
  const { paths, version } = after.prediction.hyperConverged
  const at = (path: string) => valueAt(after.hyperConverged, ...keysOf(path))
  const gateDies = before.release.readsCommonBootGate && !after.release.readsCommonBootGate
  const switchStarts = !before.release.hasMultiArch && after.release.hasMultiArch
  return [
    ...(gateDies && at(COMMON_BOOT_GATE_PATH) === false && at(paths.commonBootImages) !== false
      ? [{ kind: 'common-boot-gate-dies', path: COMMON_BOOT_GATE_PATH, instead: paths.commonBootImages } as const]
      : []),
    ...(switchStarts && version === 'v1beta1' && at(paths.multiArchSwitch) === true
      ? [{ kind: 'switch-starts', path: paths.multiArchSwitch } as const]
      : []),
    ...volumesThatGo(before, after),
    ...becomingCustom(before, after),
  ]
}

function volumesThatGo(before: ClusterPrediction, after: ClusterPrediction): UpgradeEffect[] {
  if (before.release.defaultsRetention || !after.release.defaultsRetention || !isReadable(after)) return []
  const templates = after.prediction.hyperConverged.templates
    .filter((entry) => isEnabled(entry) && entry.spec && entry.spec.retentionPolicy === undefined)
    .map(templateName)
  return [{ kind: 'volumes-go', templates }]
}

/** Those of whose name the older release had a common template, in one of its z-streams at least. */
function becomingCustom(before: ClusterPrediction, after: ClusterPrediction): UpgradeEffect[] {
  if (!isReadable(after) || !after.prediction.hyperConverged.commonBootImages) return []
  const { templates, paths } = after.prediction.hyperConverged
  const ofProduct = before.product ? productNames(before.release) : []
  return templates.flatMap((entry, index): UpgradeEffect[] => {
    const name = templateName(entry)
    const wasCommon = before.commonTemplates.byName.has(name) || ofProduct.includes(name)
    if (!entry.spec || !isEnabled(entry) || !wasCommon || after.commonTemplates.byName.has(name)) return []
    const { imageStream } = entry.spec.template.spec.source?.registry ?? {}
    const path = `${paths.templates}[${index}]`
    return [{ kind: 'becomes-custom', template: name, path, ...(imageStream !== undefined && { imageStream }) }]
  })
}
