import type { HyperConverged } from '../../cluster/hyperconverged.ts'
import { originIndex, templateName, templatePath } from '../hco/template.ts'
import type { SspRequest, SspTemplate } from '../hco/to-ssp.ts'
import type { Refusal } from '../refusal.ts'
import { clusterArchitectures, isKnownArchitecture } from './architectures.ts'
import { pointerArchitecture } from './data-sources.ts'

/** Each unknown architecture is a finding of its own; nobody has more nodes of that kind to mend. */
const MOST_UNKNOWN = 100

/**
 * The words with which SSP's webhook refuses the CR (ssp-operator, webhooks/ssp_webhook.go); undefined when it takes it.
 */
export function sspRefusalMessage({ multiArch, cluster, templates }: SspRequest): string | undefined {
  if (multiArch && !cluster) {
    return 'cluster validation error: .spec.cluster needs to be non-nil, if multi-architecture is enabled'
  }
  for (const [role, names] of [
    ['workload', cluster?.workload ?? []],
    ['control plane', cluster?.controlPlane ?? []],
  ] as const) {
    const unknown = names.find((name) => !isKnownArchitecture(name))
    if (unknown !== undefined) {
      return `cluster validation error: invalid ${role} architecture: unknown architecture: ${unknown}`
    }
  }
  const unnamed = templates.some(({ template }) => templateName(template) === '')
  return unnamed ? 'dataImportCronTemplates validation error: missing name in DataImportCronTemplate' : undefined
}

/** Everything that makes SSP refuse its CR, as findings on the HyperConverged that it follows from. */
export function refuseSspRequest({ multiArch, cluster, templates }: SspRequest, { paths }: HyperConverged): Refusal[] {
  const architectures = new Set([...(cluster?.workload ?? []), ...(cluster?.controlPlane ?? [])])
  const unknown = [...architectures].filter((name) => !isKnownArchitecture(name)).slice(0, MOST_UNKNOWN)
  const refusals = unknown.map(
    (value): Refusal => ({
      cause: 'cluster-architecture-unknown',
      path: paths.workloadPlacement,
      message: 'is no architecture that SSP knows',
      value,
    }),
  )
  if (multiArch && !cluster) {
    refusals.push({
      cause: 'cluster-architectures-missing',
      path: paths.multiArchSwitch,
      message: 'is on, and no node has an architecture',
      value: true,
    })
  }
  const unnamed = templates.filter(({ template }) => templateName(template) === '')
  return [...refusals, ...unnamed.map((one) => refuseTemplate(one, paths.templates, 'template-without-name', 'name'))]
}

/**
 * Templates on which SSP's reconcile fails: a pointer DataSource without a name can't be made, and then no DataImportCron
 * is made for any template (ssp-operator, internal/operands/data-sources/reconcile.go).
 */
export function refuseReconcile(request: SspRequest, { paths }: HyperConverged): Refusal[] {
  if (!request.multiArch) return []
  const cluster = clusterArchitectures(request)
  return request.templates
    .filter(({ template }) => template.spec?.managedDataSource === '' && pointerArchitecture(template, cluster))
    .map((one) => refuseTemplate(one, paths.templates, 'data-source-name-empty', 'managedDataSource'))
}

function refuseTemplate(
  { effective }: SspTemplate,
  listPath: string,
  cause: 'template-without-name' | 'data-source-name-empty',
  field: 'name' | 'managedDataSource',
): Refusal {
  const path = templatePath(listPath, effective.origin)
  return {
    cause,
    path: field === 'name' ? `${path}.metadata.name` : `${path}.spec.managedDataSource`,
    message: 'is empty',
    value: '',
    templateIndex: originIndex(effective.origin),
  }
}
