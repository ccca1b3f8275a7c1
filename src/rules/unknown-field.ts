import { DATA_IMPORT_CRON_FIELDS } from '../cluster/data-import-cron-fields.ts'
import { knownFields, type UnknownField, unknownFields } from '../cluster/fields/unknown-fields.ts'
import type { HyperConverged } from '../cluster/hyperconverged.ts'
import { COMMON_BOOT_GATE_PATH, keysOf, pathsOfOther } from '../cluster/hyperconverged-paths.ts'
import type { Release } from '../cluster/release.ts'
import type { Problem } from '../findings/finding.ts'
import { isJsonObject, type JsonObject, valueAt } from '../json/json.ts'
import { MULTI_ARCH_GATE } from '../operators/hco/multi-arch.ts'
import type { ClusterRule } from './rule.ts'
import { isDecisive, namesToAdvise } from './support/decisive-fields.ts'
import { droppedFields } from './support/dropped-fields.ts'
import { adviseField, type FieldAdvice, splitField, tellAdvice } from './support/field-advice.ts'
import { isMisnamedGate } from './support/misnamed-gate.ts'
import { quote } from './support/wording.ts'

/** Of a template, beside what CDI's CRD knows of its spec. */
const TEMPLATE_FIELDS = new Map([
  ...DATA_IMPORT_CRON_FIELDS,
  ['', ['metadata', 'spec']],
  ['metadata', ['name', 'namespace', 'labels', 'annotations', 'finalizers']],
])

export const unknownField: ClusterRule = {
  id: 'unknown-field',
  severity: 'warning',
  scope: 'readable',
  summary: 'The HyperConverged has a field that the API server does not know, and drops.',
  why: "The CRD's schema prunes what it does not know, so a field that is misspelt, or stands in the wrong place, has no effect. `kubectl apply` refuses the object; Argo CD drops the field and stays OutOfSync; a plain request drops it with a warning. It is an error when the field that was likely meant decides on golden images.",
  remediation: 'Correct the spelling or the place of the field, or remove it.',
  sources: [
    'hyperconverged-cluster-operator, deploy/crds/hco00.crd.yaml',
    'kubernetes, staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning, PruneWithOptions',
  ],
  check: ({ hyperConverged, release, prediction }) => {
    const stored = prediction.hyperConverged
    return [
      ...inTemplates(hyperConverged, stored),
      ...unknownToRelease(hyperConverged, stored, release),
      ...(mayHaveOthers(hyperConverged, stored.stored)
        ? elsewhere(hyperConverged, stored, release.readsCommonBootGate)
        : []),
    ]
  },
}

function inTemplates(hyperConverged: JsonObject, { stored, paths }: HyperConverged): Problem[] {
  const steps = keysOf(paths.templates)
  const dropped = droppedFields(valueAt(hyperConverged, ...steps), valueAt(stored, ...steps), paths.templates)
  return dropped.map((path) => {
    const entry = path.slice(0, path.indexOf(']', paths.templates.length) + 1)
    const field = splitField(path.slice(entry.length + 1))
    const advice = adviseField(TEMPLATE_FIELDS, field, () => false)
    const problem = describe(path, field.name, advice, advice !== undefined, `${entry}.`)
    // A template of the status has one, and its copies are told.
    return path === `${entry}.status` ? { ...problem, because: ['common-templates-copied'] } : problem
  })
}

/** The field of the switch is younger than v1 itself. */
function unknownToRelease(hyperConverged: JsonObject, { version, paths }: HyperConverged, release: Release): Problem[] {
  if (version !== 'v1' || release.hasMultiArchField) return []
  if (valueAt(hyperConverged, ...keysOf(paths.multiArchSwitch)) !== true) return []
  return [
    {
      path: paths.multiArchSwitch,
      currentValue: true,
      severity: 'error',
      message: `HCO ${release.version} does not know this field and drops it; write the entry \`{name: ${MULTI_ARCH_GATE}, state: Enabled}\` in \`${paths.featureGates}\` instead`,
    },
  ]
}

function elsewhere(hyperConverged: JsonObject, stored: HyperConverged, readsCommonBootGate: boolean): Problem[] {
  const { version, paths } = stored
  const fields = knownFields(version)
  const decides = isDecisive(paths)
  const toldByOthers = toldElsewhere(hyperConverged, stored)
  return unknownFields(version, hyperConverged).flatMap((field): Problem[] => {
    const path = pathOf(field)
    if (toldByOthers(path)) return []
    const place = field.place.replaceAll(/\[\d+\]/g, '[]')
    const found = adviseField(namesToAdvise(fields, place, paths), { place, name: field.name }, () => false)
    const dead = found && pathOf(found) === COMMON_BOOT_GATE_PATH && !readsCommonBootGate
    const advice: FieldAdvice | undefined = dead ? { kind: 'place', ...splitField(paths.commonBootImages) } : found
    return [describe(path, field.name, advice, advice !== undefined && decides(pathOf(advice)), '')]
  })
}

/** Whether one of the other rules on misplaced fields speaks of what stands at a path. */
function toldElsewhere(hyperConverged: JsonObject, { version }: HyperConverged): (path: string) => boolean {
  const foreign = pathsOfOther(version)
    .map((other) => other.foreign)
    .filter((path) => (valueAt(hyperConverged, ...keysOf(path)) ?? null) !== null)
  return (path) =>
    foreign.some((one) => one === path || one.startsWith(`${path}.`)) ||
    (path.startsWith('spec.featureGates.') && isMisnamedGate(splitField(path).name))
}

function describe(
  path: string,
  name: string,
  advice: FieldAdvice | undefined,
  isError: boolean,
  prefix: string,
): Problem {
  return {
    path,
    ...(isError && { severity: 'error' }),
    message: `the API server does not know the field ${quote(name)} here and drops it; ${
      advice ? tellAdvice(advice, prefix) : 'correct its spelling or its place'
    }`,
  }
}

/** Whether there can be unknown fields outside of the templates; so that those who have none do not pay for the lists. */
function mayHaveOthers(written: JsonObject, stored: JsonObject): boolean {
  const { spec } = written
  return (
    Object.keys(written).some((name) => !Object.hasOwn(stored, name)) ||
    (isJsonObject(written.metadata) && Object.keys(written.metadata).some((name) => !USUAL_METADATA.includes(name))) ||
    (isJsonObject(spec) && isJsonObject(stored.spec) && hasUnusual(spec, stored.spec))
  )
}

const USUAL_METADATA: readonly string[] = ['name', 'namespace', 'labels', 'annotations']
/** The schema for these lists every field; others are known by their names alone there. */
const WHOLE: readonly string[] = ['featureGates', 'workloads', 'infra', 'nodePlacements', 'dataImportCronTemplates']

function hasUnusual(written: JsonObject, stored: JsonObject): boolean {
  return Object.entries(written).some(([name, value]) => {
    const kept = stored[name]
    if (typeof value !== 'object' || value === null) return value !== null && kept === undefined
    if (name === 'workloadSources' || name === 'deployment') {
      return !isJsonObject(value) || !isJsonObject(kept) || hasUnusual(value, kept)
    }
    if (!WHOLE.includes(name)) return true
    return name !== 'dataImportCronTemplates' && droppedFields(value, kept, name).length > 0
  })
}

function pathOf({ place, name }: UnknownField): string {
  return place === '' ? name : `${place}.${name}`
}
