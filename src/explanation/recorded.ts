import { templateStatus } from '../operators/hco/template-status.ts'

/**
 * The prediction in the shapes in which the operators themselves publish it, so that it can be held against a live
 * cluster from outside.
 */

import { type JsonObject, toJson } from '../json/json.ts'
import type { NodeInformation } from '../operators/hco/node-information.ts'
import type { Refusal } from '../operators/refusal.ts'
import { isPointer, type PlannedDataSource } from '../operators/ssp/data-sources.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Made, Operating } from '../prediction/prediction.ts'

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
  switch (prediction.outcome) {
    case 'unreadable':
    case 'refused':
      return { accepted: false, rejections: prediction.refusals.map(describeRefusal) }
    case 'nodes-unknown':
      return { accepted: true }
    case 'ssp-refused':
      return { ...recordOperation(prediction), ssp: { accepted: false, message: prediction.message } }
    case 'ssp-failed': {
      const error = prediction.refusals.map(describeRefusal).join('; ')
      return { ...recordOperation(prediction), ssp: { accepted: true, error } }
    }
    case 'made':
      return {
        ...recordOperation(prediction),
        ssp: { accepted: true },
        ...recordImages(prediction, goldenImagesNamespace),
      }
  }
}

function describeRefusal({ path, message }: Refusal): string {
  return `${path}: ${message}`
}

function recordOperation({ multiArch, nodeInformation, templates, alerts }: Operating): Recorded {
  return {
    accepted: true,
    multiArch,
    nodeInfo: nodeInformation,
    templates: templates.flatMap(({ effective }) => (effective ? [templateStatus(effective)] : [])),
    alerts: alerts.map(({ alert, labels }) => ({ alert, labels })),
  }
}

function recordImages({ crons, dataSources }: Made, goldenImagesNamespace: string): Partial<Recorded> {
  const handed = handedCrons(crons)
  const clashing = handed.filter(({ outcome }) => outcome === 'clashing')
  if (clashing.length > 0) {
    const names = clashing.map(({ cron: { metadata } }) => `${metadata.namespace}/${metadata.name}`)
    return { nameClashes: [...new Set(names)], nondeterministic: true }
  }
  return {
    dataImportCrons: handed.map(({ cron }) => toJson(cron)),
    dataSources: dataSources.map((one) => recordDataSource(one, goldenImagesNamespace)),
    admission: handed.map(({ cron: { metadata }, cause }) => ({
      name: metadata.name,
      namespace: metadata.namespace,
      admitted: cause === undefined,
      ...(cause && { message: cause.message }),
    })),
  }
}

function recordDataSource(planned: PlannedDataSource, namespace: string): RecordedDataSource {
  const { name } = planned
  if (isPointer(planned)) return { namespace, name, pointsTo: planned.pointsTo }
  return planned.cron === undefined ? { namespace, name, pvc: name } : { namespace, name, cron: planned.cron }
}
