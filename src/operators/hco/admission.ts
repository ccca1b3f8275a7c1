import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import type { HyperConverged } from '../../cluster/hyperconverged.ts'
import type { Release } from '../../cluster/release.ts'
import { V1_ONLY_FIELDS } from '../../cluster/v1-only-fields.ts'
import { affinityProblems } from '../../kubernetes/node-affinity.ts'
import type { Refusal } from '../refusal.ts'
import { crashesOperator } from './customise.ts'
import { findGate, MULTI_ARCH_GATE } from './multi-arch.ts'
import { ENABLE_ANNOTATION, isEnabled, templateName } from './template.ts'

/**
 * Every reason why HCO's webhooks, its CRD's cross-field rule, or its reconcile would fail on a HyperConverged whose
 * fields have the right types (hyperconverged-cluster-operator, pkg/webhooks/validator, pkg/webhooks/mutator,
 * golden_images.go). All of them, not the first one: they are mended together.
 */
export function refuseHyperConverged(
  hyperConverged: HyperConverged,
  commonTemplates: readonly DataImportCronTemplate[],
  release: Release,
): Refusal[] {
  return [
    ...refuseFeatureGates(hyperConverged, release),
    ...refuseAnnotation(hyperConverged),
    ...hyperConverged.templates.flatMap((template, index) => refuseTemplate(hyperConverged, template, index)),
    ...refuseDuplicates(hyperConverged),
    ...refuseAffinity(hyperConverged),
    ...refuseCrashes(hyperConverged, commonTemplates),
  ]
}

function refuseFeatureGates({ version, multiArchSwitch, paths }: HyperConverged, release: Release): Refusal[] {
  if (version === 'v1beta1' || !release.checksFeatureGates) return []
  const { gates, field } = multiArchSwitch
  const first = new Map<string, number>()
  const duplicates = gates.flatMap(({ name }, index): Refusal[] => {
    const earlier = first.get(name.toLowerCase())
    if (earlier === undefined) {
      first.set(name.toLowerCase(), index)
      return []
    }
    const path = `${paths.featureGates}[${index}].name`
    const message = `names a feature gate that \`${paths.featureGates}[${earlier}]\` names already`
    return [{ cause: 'feature-gate-duplicate', path, message, value: name }]
  })
  const gate = findGate(gates, release)
  if (!gate || field === undefined || gate.enabled === field) return duplicates
  return [
    ...duplicates,
    {
      cause: 'feature-gate-contradicts-field',
      path: `${paths.featureGates}[${gates.indexOf(gate)}]`,
      message: `says ${gate.enabled ? 'Enabled' : 'Disabled'} for "${MULTI_ARCH_GATE}", but \`${paths.multiArchSwitch}\` says ${field}`,
      value: gate.name,
    },
  ]
}

function refuseAnnotation({ v1OnlyFieldsProblem, annotations }: HyperConverged): Refusal[] {
  if (v1OnlyFieldsProblem === undefined) return []
  return [
    {
      cause: 'v1-only-fields-invalid',
      path: `metadata.annotations["${V1_ONLY_FIELDS}"]`,
      message: v1OnlyFieldsProblem,
      value: annotations.get(V1_ONLY_FIELDS) ?? '',
    },
  ]
}

function refuseTemplate(
  { paths, templatesWithoutMetadata }: HyperConverged,
  template: DataImportCronTemplate,
  templateIndex: number,
): Refusal[] {
  const path = `${paths.templates}[${templateIndex}]`
  const enable = template.metadata.annotations?.[ENABLE_ANNOTATION]
  if (templatesWithoutMetadata[templateIndex]) {
    return [{ cause: 'template-without-metadata', path, message: 'has no `metadata`', templateIndex }]
  }
  if (enable !== undefined && !['true', 'false'].includes(enable.toLowerCase())) {
    return [
      {
        cause: 'enable-annotation-invalid',
        path: `${path}.metadata.annotations["${ENABLE_ANNOTATION}"]`,
        message: 'is neither "true" nor "false"',
        value: enable,
        templateIndex,
      },
    ]
  }
  if (!isEnabled(template) || template.spec) return []
  return [{ cause: 'template-without-spec', path, message: 'is enabled and has no `spec`', templateIndex }]
}

function refuseDuplicates({ templates, paths }: HyperConverged): Refusal[] {
  const first = new Map<string, number>()
  return templates.flatMap((template, templateIndex): Refusal[] => {
    const name = templateName(template)
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, templateIndex)
      return []
    }
    const path = `${paths.templates}[${templateIndex}].metadata.name`
    const message = `is the name of \`${paths.templates}[${earlier}]\` as well`
    return [{ cause: 'duplicate-template-name', path, message, value: name, templateIndex }]
  })
}

function refuseAffinity({ workloadPlacement, infraPlacement, paths }: HyperConverged): Refusal[] {
  const placements = [
    [workloadPlacement, paths.workloadPlacement],
    [infraPlacement, paths.infraPlacement],
  ] as const
  return placements.flatMap(([placement, path]) =>
    affinityProblems(placement?.affinity, `${path}.affinity`).map(
      (problem): Refusal => ({ cause: 'node-affinity-invalid', path: problem.path, message: problem.message }),
    ),
  )
}

function refuseCrashes(
  { templates, commonBootImages, paths }: HyperConverged,
  commonTemplates: readonly DataImportCronTemplate[],
): Refusal[] {
  if (!commonBootImages) return []
  const commonByName = new Map(commonTemplates.map((template) => [templateName(template), template]))
  return templates.flatMap((template, templateIndex): Refusal[] => {
    const common = commonByName.get(templateName(template))
    if (!common || !template.spec || !isEnabled(template) || !crashesOperator(common, template)) return []
    const path = `${paths.templates}[${templateIndex}].spec.template.spec.source`
    const message = template.spec.template.spec.source
      ? 'has a registry, but the common template of that name has no `source`'
      : 'is absent'
    return [{ cause: 'template-crashes-operator', path, message, templateIndex }]
  })
}
