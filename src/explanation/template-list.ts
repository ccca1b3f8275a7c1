import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import type { HyperConverged } from '../cluster/hyperconverged.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import { effectiveTemplates } from '../operators/hco/effective-templates.ts'
import { isMultiArchEnabled } from '../operators/hco/multi-arch.ts'
import { type EffectiveTemplate, isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/**
 * What became of a template: `common` as the operator ships it; `customised` by an entry of its name; `custom`: the
 * HyperConverged's own; `disabled` by its annotation; `vanished`: an entry with a common name while common images are
 * off; `switched-off`: a common one while common images are off.
 */
export type TemplateFate = 'common' | 'customised' | 'custom' | 'disabled' | 'vanished' | 'switched-off'

/** A template that HCO works with, or that somebody could expect it to work with. */
export interface ListedTemplate {
  readonly name: string
  readonly fate: TemplateFate
  /** Place in the HyperConverged's list; undefined for a common one that the list does not touch. */
  readonly index?: number
  /** The entry in that list, as it was written. */
  readonly entry?: DataImportCronTemplate
  /** The common template of that name, as it would be without the list. */
  readonly common?: DataImportCronTemplate
  /** As HCO goes on with it; undefined when it does not. */
  readonly effective?: EffectiveTemplate
}

/** Every template that is, or could be expected, in HCO's list, sorted by name. The HyperConverged must be admitted. */
export function listTemplates(cluster: ClusterPrediction, hyperConverged: HyperConverged): ListedTemplate[] {
  const commons = untouchedCommons(cluster, hyperConverged)
  const effective = effectiveOf(cluster, hyperConverged).map((one): ListedTemplate => {
    const name = templateName(one.template)
    if (one.origin.kind === 'common') return { name, fate: 'common', effective: one, ...commonNamed(commons, name) }
    const { kind: fate, index } = one.origin
    return { ...listEntry(hyperConverged, commons, index), fate, effective: one }
  })
  const left = hyperConverged.templates.flatMap((entry, index): ListedTemplate[] => {
    const listed = listEntry(hyperConverged, commons, index)
    if (!isEnabled(entry)) return [{ ...listed, fate: 'disabled' }]
    return listed.common && !hyperConverged.commonBootImages ? [{ ...listed, fate: 'vanished' }] : []
  })
  const names = new Set(hyperConverged.templates.map(templateName))
  const off = hyperConverged.commonBootImages ? [] : [...commons].filter(([name]) => !names.has(name))
  const switchedOff = off.map(([name, common]): ListedTemplate => ({ name, fate: 'switched-off', common }))
  return [...effective, ...left, ...switchedOff].sort((a, b) => compareBytes(a.name, b.name))
}

/** Without the nodes' architectures the filter can't speak, and everything before it can. */
function effectiveOf(cluster: ClusterPrediction, hyperConverged: HyperConverged): readonly EffectiveTemplate[] {
  const { prediction, commonTemplates, release } = cluster
  if (prediction.operation) return prediction.operation.templates
  const multiArch = isMultiArchEnabled(hyperConverged.multiArchSwitch, release)
  return effectiveTemplates(hyperConverged, commonTemplates.templates, multiArch, [], release)
}

function untouchedCommons(
  { commonTemplates, release }: ClusterPrediction,
  hyperConverged: HyperConverged,
): ReadonlyMap<string, DataImportCronTemplate> {
  const untouched = { ...hyperConverged, templates: [], commonBootImages: true }
  const templates = effectiveTemplates(untouched, commonTemplates.templates, false, [], release)
  return new Map(templates.map(({ template }) => [templateName(template), template]))
}

function listEntry(
  { templates }: HyperConverged,
  commons: ReadonlyMap<string, DataImportCronTemplate>,
  index: number,
): Omit<ListedTemplate, 'fate'> {
  const entry = templates[index]
  const name = entry ? templateName(entry) : ''
  return { name, index, ...(entry && { entry }), ...commonNamed(commons, name) }
}

function commonNamed(
  commons: ReadonlyMap<string, DataImportCronTemplate>,
  name: string,
): Pick<ListedTemplate, 'common'> {
  const common = commons.get(name)
  return common ? { common } : {}
}
