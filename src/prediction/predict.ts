import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import type { HyperConverged } from '../cluster/hyperconverged.ts'
import { readHyperConverged } from '../cluster/hyperconverged.ts'
import { type HyperConvergedVersion, hyperConvergedVersion, pathsOf } from '../cluster/hyperconverged-paths.ts'
import type { Inventory } from '../cluster/inventory.ts'
import type { Release } from '../cluster/release.ts'
import { remembered } from '../devices/remembered.ts'
import { type JsonObject, type JsonValue, listAt, stringAt } from '../json/json.ts'
import { checkAgainstCrd } from '../kubernetes/crd/check-against-crd.ts'
import type { PathProblem } from '../kubernetes/path-problem.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import { refuseHyperConverged } from '../operators/hco/admission.ts'
import { type Alert, firingAlerts } from '../operators/hco/alerts.ts'
import { effectiveTemplates } from '../operators/hco/effective-templates.ts'
import { isMultiArchEnabled } from '../operators/hco/multi-arch.ts'
import { gatherNodeInformation, type NodeInformation } from '../operators/hco/node-information.ts'
import type { EffectiveTemplate } from '../operators/hco/template.ts'
import { requestSsp } from '../operators/hco/to-ssp.ts'
import type { Refusal } from '../operators/refusal.ts'
import { refuseReconcile, refuseSspRequest, sspRefusalMessage } from '../operators/ssp/admission.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import { type GoldenImages, makeGoldenImages } from '../operators/ssp/golden-images.ts'
import { InputError } from '../yaml/input-error.ts'

/** All that decides what becomes of a HyperConverged. */
export interface Circumstances {
  readonly release: Release
  readonly inventory: Inventory
  readonly commonTemplates: readonly DataImportCronTemplate[]
  readonly goldenImagesNamespace: string
}

/** A DataImportCron that SSP would make, and what CDI's admission says of it. */
export interface AdmittedCron extends PlannedCron {
  readonly admission: Admission
}

/** What SSP does with its CR; `reconcile` is undefined when its webhook refuses, or the reconcile fails. */
interface SspPrediction {
  /** The words of SSP's webhook, when it refuses. */
  readonly refusal: string | undefined
  readonly refusals: readonly Refusal[]
  readonly images: (Omit<GoldenImages, 'crons'> & { readonly crons: readonly AdmittedCron[] }) | undefined
}

export interface Operation {
  readonly multiArch: boolean
  readonly nodeInformation: NodeInformation
  readonly templates: readonly EffectiveTemplate[]
  readonly alerts: readonly Alert[]
  readonly ssp: SspPrediction
}

/** What the chain HCO → SSP → CDI makes of one HyperConverged. */
export interface Prediction {
  /** Undefined when the API server would not even read it. */
  readonly hyperConverged: HyperConverged | undefined
  /** Why the API server or HCO would not take it; empty when they would. */
  readonly refusals: readonly Refusal[]
  /** Undefined when it is refused, or when nothing is known of the nodes. */
  readonly operation: Operation | undefined
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
    return refused([notServed(item, circumstances.release)])
  }
  const templatesPath = pathsOf(version).templates
  if (listAt(item, ...templatesPath.split('.')).length > MOST_TEMPLATES) {
    throw new InputError(`\`${templatesPath}\` must not have more than ${MOST_TEMPLATES} templates`)
  }
  const checked = checkAgainstCrd(version === 'v1' ? 'HyperConvergedV1' : 'HyperConvergedV1beta1', item)
  if (checked.problems.length > 0) return refused(checked.problems.map((problem) => schemaRefusal(problem, version)))

  const { release, commonTemplates } = circumstances
  const hyperConverged = readHyperConverged(version, checked.object, item, release)
  const refusals = refuseHyperConverged(hyperConverged, commonTemplates, release)
  const nodeInformation = gatherNodeInformation(circumstances.inventory, hyperConverged.workloadPlacement, release)
  return {
    hyperConverged,
    refusals,
    operation:
      refusals.length === 0 && nodeInformation ? operate(hyperConverged, nodeInformation, circumstances) : undefined,
  }
}

function refused(refusals: Refusal[]): Prediction {
  return { hyperConverged: undefined, refusals, operation: undefined }
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

function operate(
  hyperConverged: HyperConverged,
  nodeInformation: NodeInformation,
  { release, commonTemplates, goldenImagesNamespace }: Circumstances,
): Operation {
  const multiArch = isMultiArchEnabled(hyperConverged.multiArchSwitch, release)
  const { workloadsArchitectures } = nodeInformation
  const templates = effectiveTemplates(hyperConverged, commonTemplates, multiArch, workloadsArchitectures, release)
  const alerts = firingAlerts(templates, multiArch, workloadsArchitectures)
  const request = requestSsp(templates, nodeInformation, multiArch)
  const refusal = sspRefusalMessage(request)
  const refusals = refusal ? refuseSspRequest(request, hyperConverged) : refuseReconcile(request, hyperConverged)
  const images = refusals.length === 0 ? makeGoldenImages(request, goldenImagesNamespace) : undefined
  return {
    multiArch,
    nodeInformation,
    templates,
    alerts,
    ssp: {
      refusal,
      refusals,
      images: images && {
        ...images,
        crons: images.crons.map((planned) => ({ ...planned, admission: admit(JSON.stringify(planned.cron)) })),
      },
    },
  }
}

/** Clusters with the same common templates have the same DataImportCrons. */
const admit = remembered((text): Admission => {
  const cron: JsonObject = JSON.parse(text)
  return admitDataImportCron(cron)
})
