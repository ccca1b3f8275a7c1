import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { type HyperConverged, readHyperConverged } from '../cluster/hyperconverged.ts'
import { type HyperConvergedVersion, hyperConvergedVersion, pathsOf } from '../cluster/hyperconverged-paths.ts'
import type { Inventory } from '../cluster/inventory.ts'
import type { Release } from '../cluster/release.ts'
import { InputError } from '../input-error.ts'
import { type JsonObject, type JsonValue, listAt, stringAt } from '../json/json.ts'
import { checkAgainstCrd } from '../kubernetes/crd/check-against-crd.ts'
import type { PathProblem } from '../kubernetes/path-problem.ts'
import { refuseHyperConverged } from '../operators/hco/admission.ts'
import { firingAlerts } from '../operators/hco/alerts.ts'
import { isMultiArchEnabled } from '../operators/hco/multi-arch.ts'
import { gatherNodeInformation } from '../operators/hco/node-information.ts'
import { templateOutcomes } from '../operators/hco/template-outcomes.ts'
import { requestSsp } from '../operators/hco/to-ssp.ts'
import type { Refusal } from '../operators/refusal.ts'
import { refuseReconcile, refuseSspRequest, sspRefusalMessage } from '../operators/ssp/admission.ts'
import type { CommonDataSources } from '../operators/ssp/common-data-sources.ts'
import { makeGoldenImages } from '../operators/ssp/golden-images.ts'
import { cronOutcomes } from './cron-outcomes.ts'
import type { Admitted, Prediction } from './prediction.ts'

/** All that decides what becomes of a HyperConverged. */
export interface Circumstances {
  readonly release: Release
  readonly inventory: Inventory
  readonly commonTemplates: readonly DataImportCronTemplate[]
  readonly goldenImagesNamespace: string
  readonly commonDataSources: CommonDataSources
}

/** A cluster takes no object with a tenth of them, and each can have many findings. */
const MOST_TEMPLATES = 10_000

/**
 * Reproduces the chain for an item of kind HyperConverged; its apiVersion must be one of HCO's. Throws an InputError for
 * more templates than anybody could mean.
 */
export function predict(item: JsonObject, circumstances: Circumstances): Prediction {
  const version = hyperConvergedVersion(stringAt(item, 'apiVersion'))
  if (!version || (version === 'v1' && !circumstances.release.servesV1)) {
    return { outcome: 'unreadable', refusals: [notServed(item, circumstances.release)] }
  }
  const templatesPath = pathsOf(version).templates
  if (listAt(item, ...templatesPath.split('.')).length > MOST_TEMPLATES) {
    throw new InputError(`\`${templatesPath}\` must not have more than ${MOST_TEMPLATES} templates`)
  }
  const checked = checkAgainstCrd(version === 'v1' ? 'HyperConvergedV1' : 'HyperConvergedV1beta1', item)
  if (checked.problems.length > 0) {
    return { outcome: 'unreadable', refusals: checked.problems.map((problem) => schemaRefusal(problem, version)) }
  }

  const { release, commonTemplates } = circumstances
  const hyperConverged = readHyperConverged(version, checked.object, item, release)
  const refusals = refuseHyperConverged(hyperConverged, commonTemplates, release)
  return refusals.length > 0
    ? { outcome: 'refused', hyperConverged, refusals }
    : predictAdmitted(hyperConverged, circumstances)
}

function notServed(item: JsonObject, release: Release): Refusal {
  return {
    cause: 'api-version-not-served',
    path: 'apiVersion',
    message: `is not served by HyperConverged Cluster Operator ${release.version}`,
    value: stringAt(item, 'apiVersion') ?? '',
  }
}

function schemaRefusal(
  { path, message, value }: PathProblem & { value?: JsonValue },
  version: HyperConvergedVersion,
): Refusal {
  const templateIndex = templateIndexOf(path, pathsOf(version).templates)
  return {
    cause: 'hyperconverged-invalid',
    path,
    message,
    ...(value !== undefined && { value }),
    ...(templateIndex !== undefined && { templateIndex }),
  }
}

function templateIndexOf(path: string, listPath: string): number | undefined {
  if (!path.startsWith(`${listPath}[`)) return undefined
  return Number.parseInt(path.slice(listPath.length + 1), 10)
}

function predictAdmitted(
  hyperConverged: HyperConverged,
  { release, inventory, commonTemplates, goldenImagesNamespace, commonDataSources }: Circumstances,
): Admitted {
  const multiArch = isMultiArchEnabled(hyperConverged.multiArchSwitch, release)
  const nodeInformation = gatherNodeInformation(inventory, hyperConverged.workloadPlacement, release)
  const { workloadsArchitectures = [] } = nodeInformation ?? {}
  const templates = templateOutcomes(hyperConverged, commonTemplates, multiArch, workloadsArchitectures, release)
  const chosen = { hyperConverged, multiArch, templates }
  if (!nodeInformation) return { outcome: 'nodes-unknown', ...chosen }

  const effective = templates.flatMap((template) => template.effective ?? [])
  const alerts = firingAlerts(effective, multiArch, workloadsArchitectures, release)
  const operation = { ...chosen, nodeInformation, alerts }
  const request = requestSsp(effective, nodeInformation, multiArch, release)
  const message = sspRefusalMessage(request)
  if (message !== undefined) {
    return { outcome: 'ssp-refused', ...operation, message, refusals: refuseSspRequest(request, hyperConverged) }
  }
  const failures = refuseReconcile(request, hyperConverged)
  if (failures.length > 0) return { outcome: 'ssp-failed', ...operation, refusals: failures }
  const images = makeGoldenImages(request, goldenImagesNamespace, commonDataSources)
  return { outcome: 'made', ...operation, crons: cronOutcomes(images), dataSources: images.dataSources }
}
