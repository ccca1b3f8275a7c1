/**
 * What the API server demands of any object's metadata.
 * Source: k8s.io/apimachinery pkg/api/validation/objectmeta.go (ValidateObjectMeta).
 */

import { type JsonObject, listAt, stringAt, stringMapAt } from '../../json/json.ts'
import { memberPath } from '../../kubernetes/crd/locate-value.ts'
import {
  annotationKeyProblem,
  labelKeyProblem,
  labelNameProblem,
  labelValueProblem,
  subdomainProblem,
} from '../../kubernetes/names.ts'
import { type AdmissionCause, type Cause, cause } from './cause.ts'

export function causeInMetadata(cron: JsonObject): Cause | undefined {
  return (
    causeInName(cron) ??
    causeInNamespace(cron) ??
    causeInLabels(cron) ??
    causeInAnnotations(cron) ??
    causeInFinalizers(cron)
  )
}

function causeInName(cron: JsonObject): Cause | undefined {
  const name = stringAt(cron, 'metadata', 'name') ?? ''
  if (name !== '') return invalid('name-invalid', 'metadata.name', name, subdomainProblem(name))
  if (stringAt(cron, 'metadata', 'generateName')) return undefined
  const message = 'metadata.name: Required value: name or generateName is required'
  return cause('name-missing', message, 'metadata.name')
}

/** Without a namespace the object gets that of the request. */
function causeInNamespace(cron: JsonObject): Cause | undefined {
  const namespace = stringAt(cron, 'metadata', 'namespace') ?? ''
  if (namespace === '') return undefined
  return invalid('namespace-invalid', 'metadata.namespace', namespace, labelNameProblem(namespace))
}

function causeInLabels(cron: JsonObject): Cause | undefined {
  for (const [key, value] of stringMapAt(cron, 'metadata', 'labels')) {
    const ofKey = labelKeyProblem(key)
    const problem = ofKey ?? labelValueProblem(value)
    if (problem === undefined) continue
    const path = memberPath('metadata.labels', key)
    return invalid('label-invalid', path, ofKey === undefined ? value : key, problem)
  }
  return undefined
}

function causeInAnnotations(cron: JsonObject): Cause | undefined {
  for (const key of stringMapAt(cron, 'metadata', 'annotations').keys()) {
    const problem = annotationKeyProblem(key)
    if (problem !== undefined)
      return invalid('annotation-invalid', memberPath('metadata.annotations', key), key, problem)
  }
  return undefined
}

function causeInFinalizers(cron: JsonObject): Cause | undefined {
  for (const [index, finalizer] of listAt(cron, 'metadata', 'finalizers').entries()) {
    const name = typeof finalizer === 'string' ? finalizer : ''
    const found = invalid('finalizer-invalid', `metadata.finalizers[${index}]`, name, labelKeyProblem(name))
    if (found !== undefined) return found
  }
  return undefined
}

function invalid(kind: AdmissionCause, path: string, value: string, problem: string | undefined): Cause | undefined {
  if (problem === undefined) return undefined
  return cause(kind, `${path}: Invalid value: ${JSON.stringify(value)}: ${problem}`, path, value)
}
