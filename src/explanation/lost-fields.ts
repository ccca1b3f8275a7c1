import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/** A field of the HyperConverged that is not there any more. */
export interface LostField {
  readonly path: string
  readonly value: JsonValue
}

/**
 * What a spec lost that holds nothing but templates now: the trace of OpenShift's console of 4.16 to 4.21, which replaces
 * the whole spec when one image is switched (kubevirt-plugin, AutomaticImagesDownload.tsx). Empty where there is no such trace.
 */
export function lostFields(before: ClusterPrediction | undefined, after: ClusterPrediction | undefined): LostField[] {
  if (!before || !after?.product) return []
  const [old, current] = [specOf(before), specOf(after)]
  if (Object.keys(current).join() !== 'dataImportCronTemplates') return []
  return Object.entries(old).flatMap(([name, value]) =>
    name === 'dataImportCronTemplates' || isEmpty(value) ? [] : [{ path: `spec.${name}`, value }],
  )
}

function specOf({ hyperConverged }: ClusterPrediction): JsonObject {
  const spec = valueAt(hyperConverged, 'spec')
  return isJsonObject(spec) ? spec : {}
}

function isEmpty(value: JsonValue): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
