/**
 * Whether a DataImportCron is admitted. Source: CDI pkg/apiserver/webhooks/dataimportcron-validate.go (Admit);
 * what the API server itself refuses comes after the webhook's causes, as in the recorded answers.
 */

import { type JsonObject, member, objectAt, stringAt } from '../../json/json.ts'
import { checkAgainstCrd } from '../../kubernetes/crd/check-against-crd.ts'
import { utf8Length } from '../../kubernetes/utf8-length.ts'
import { type Cause, cause } from './cause.ts'
import { causeInDecoding } from './decoding.ts'
import { causeInDefinition } from './definition.ts'
import { causeInMetadata } from './object-metadata.ts'
import { isSameSpec } from './same-spec.ts'
import { causeInSpec } from './spec.ts'

export type { AdmissionCause } from './cause.ts'

export type Admission = { admitted: true } | { admitted: false; cause: Cause }

const servedVersion = 'cdi.kubevirt.io/v1beta1'

/**
 * Answers for a DataImportCron as it is written, with the first cause in CDI's order when it is refused.
 * With `old`, the one on the cluster, it is an update: the spec can't change, and an unchanged one is not looked at.
 */
export function admitDataImportCron(cron: JsonObject, old?: JsonObject): Admission {
  const found = firstCause(cron, old)
  return found === undefined ? { admitted: true } : { admitted: false, cause: found }
}

function firstCause(written: JsonObject, old: JsonObject | undefined): Cause | undefined {
  const version = member(written, 'apiVersion')
  if (version !== servedVersion) {
    const message = `no matches for kind "DataImportCron" in version "${typeof version === 'string' ? version : ''}"`
    return cause('version-not-served', message, 'apiVersion', version)
  }
  const { object: cron, problems } = checkAgainstCrd('DataImportCron', written)
  const spec = objectAt(cron, 'spec') ?? {}
  const beforeSpec = causeInDecoding(spec, problems) ?? causeInName(cron)
  if (beforeSpec !== undefined) return beforeSpec
  if (old !== undefined) return causeInUpdate(spec, old) ?? causeInMetadata(cron)
  return causeInSpec(spec) ?? causeInDefinition(problems) ?? causeInMetadata(cron)
}

function causeInName(cron: JsonObject): Cause | undefined {
  const name = stringAt(cron, 'metadata', 'name') ?? ''
  if (utf8Length(name) <= 63) return undefined
  return cause('name-too-long', 'Name cannot be longer than 63 characters', 'metadata.name', name)
}

function causeInUpdate(spec: JsonObject, old: JsonObject): Cause | undefined {
  const { object, problems } = checkAgainstCrd('DataImportCron', old)
  const oldSpec = objectAt(object, 'spec') ?? {}
  const undecodable = causeInDecoding(oldSpec, problems)
  if (undecodable !== undefined) return undecodable
  return isSameSpec(spec, oldSpec) ? undefined : cause('spec-immutable', 'Cannot update DataImportCron Spec', 'spec')
}
