import { templateStatus } from '../operators/hco/template-status.ts'

/**
 * The prediction in the shapes in which the operators themselves publish it, so that it can be held against a live
 * cluster from outside.
 */

import { type JsonObject, toJson } from '../json/json.ts'
import type { NodeInformation } from '../operators/hco/node-information.ts'
import { isPointer, type PlannedDataSource } from '../operators/ssp/data-sources.ts'
import type { Operation } from '../prediction/predict.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

interface RecordedDataSource {
  readonly namespace: string
  readonly name: string
  readonly pointsTo?: string
  readonly pvc?: string
  readonly cron?: string
}

interface RecordedAdmission {
  readonly name: string
  readonly namespace: string
  readonly admitted: boolean
  readonly message?: string
}

/** What is absent is not known, or random. */
export interface Recorded {
  /** The API server and HCO take the HyperConverged. */
  readonly accepted: boolean
  readonly rejections?: readonly string[]
  readonly multiArch?: boolean
  /** As in the HyperConverged's `status.nodeInfo`. */
  readonly nodeInfo?: NodeInformation
  /** As in its `status.dataImportCronTemplates`. */
  readonly templates?: readonly JsonObject[]
  readonly alerts?: readonly { readonly alert: string; readonly labels: { readonly [name: string]: string } }[]
  readonly ssp?: { readonly accepted: boolean; readonly message?: string; readonly error?: string }
  readonly dataImportCrons?: readonly JsonObject[]
  /** Those that SSP itself makes. */
  readonly dataSources?: readonly RecordedDataSource[]
  readonly nameClashes?: readonly string[]
  readonly nondeterministic?: boolean
  /** Whether CDI would admit each DataImportCron. */
  readonly admission?: readonly RecordedAdmission[]
}

export function recordedOf({ prediction, goldenImagesNamespace }: ClusterPrediction): Recorded {
  const { refusals, operation } = prediction
  if (refusals.length > 0) {
    return { accepted: false, rejections: refusals.map(({ path, message }) => `${path}: ${message}`) }
  }
  if (!operation) return { accepted: true }
  const { multiArch, nodeInformation, templates, alerts } = operation
  return {
    accepted: true,
    multiArch,
    nodeInfo: nodeInformation,
    templates: templates.map(templateStatus),
    alerts: alerts.map(({ alert, labels }) => ({ alert, labels })),
    ssp: recordSsp(operation),
    ...recordImages(operation, goldenImagesNamespace),
  }
}

function recordSsp({ ssp: { refusal, refusals } }: Operation): NonNullable<Recorded['ssp']> {
  if (refusal !== undefined) return { accepted: false, message: refusal }
  const error = refusals.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return { accepted: true, ...(error !== '' && { error }) }
}

function recordImages({ ssp: { images } }: Operation, goldenImagesNamespace: string): Partial<Recorded> {
  if (!images) return {}
  if (images.nameClashes.length > 0) {
    const first = images.nameClashes.flatMap(([one]) => (one ? [one.cron.metadata] : []))
    return { nameClashes: first.map(({ namespace, name }) => `${namespace}/${name}`), nondeterministic: true }
  }
  return {
    dataImportCrons: images.crons.map(({ cron }) => toJson(cron)),
    dataSources: images.dataSources.map((one) => recordDataSource(one, goldenImagesNamespace)),
    admission: images.crons.map(({ cron: { metadata }, admission }) => ({
      name: metadata.name,
      namespace: metadata.namespace,
      admitted: admission.admitted,
      ...(!admission.admitted && { message: admission.cause.message }),
    })),
  }
}

function recordDataSource(planned: PlannedDataSource, namespace: string): RecordedDataSource {
  if (!isPointer(planned)) return { namespace, ...planned }
  return { namespace, name: planned.name, pointsTo: planned.pointsTo }
}
