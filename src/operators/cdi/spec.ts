/**
 * What CDI's webhook demands of a new DataImportCron's spec.
 * Source: CDI pkg/apiserver/webhooks/dataimportcron-validate.go (validateDataImportCronSpec).
 */

import { booleanAt, type JsonObject, listAt, member, numberAt, objectAt, stringAt } from '../../json/json.ts'
import { crashesScheduleParser, scheduleProblem } from '../../kubernetes/cron-schedule.ts'
import { utf8Length } from '../../kubernetes/utf8-length.ts'
import { type Cause, cause } from './cause.ts'
import { causeInSource } from './source.ts'
import { causeInStorage } from './storage.ts'

/** The first cause in a spec that has been pruned and has its fields' types. */
export function causeInSpec(spec: JsonObject): Cause | undefined {
  const volume = objectAt(spec, 'template', 'spec') ?? {}
  return (
    causeInTemplate(volume) ??
    causeInStorage(volume) ??
    causeInSource(volume) ??
    causeInSchedule(spec) ??
    causeInRetention(spec) ??
    causeInManagedDataSource(spec)
  )
}

function causeInTemplate(volume: JsonObject): Cause | undefined {
  const source = objectAt(volume, 'source')
  if (!objectAt(source, 'registry') && !objectAt(source, 'pvc')) {
    return cause('missing-source', 'Missing source', 'spec.template.spec.source')
  }
  const unsettable =
    (objectAt(volume, 'sourceRef') && 'sourceRef') ??
    (stringAt(volume, 'contentType') ? 'contentType' : undefined) ??
    (listAt(volume, 'checkpoints').length > 0 ? 'checkpoints' : undefined) ??
    (booleanAt(volume, 'finalCheckpoint') ? 'finalCheckpoint' : undefined)
  if (unsettable === undefined) return undefined
  return cause(
    'unsettable-fields',
    'Unsettable fields: SourceRef, ContentType, Checkpoints, FinalCheckpoint',
    `spec.template.spec.${unsettable}`,
    member(volume, unsettable),
  )
}

/** An empty schedule is admitted; nothing is ever imported then. */
function causeInSchedule(spec: JsonObject): Cause | undefined {
  const schedule = stringAt(spec, 'schedule') ?? ''
  // The webhook's panic reaches the client as a refusal without words.
  if (crashesScheduleParser(schedule)) return cause('schedule-crashes-parser', '', 'spec.schedule', schedule)
  if (schedule === '' || scheduleProblem(schedule) === undefined) return undefined
  return cause('illegal-schedule', 'Illegal cron schedule', 'spec.schedule', schedule)
}

function causeInRetention(spec: JsonObject): Cause | undefined {
  const importsToKeep = numberAt(spec, 'importsToKeep')
  if (importsToKeep !== undefined && importsToKeep < 0) {
    return cause('illegal-imports-to-keep', 'Illegal ImportsToKeep value', 'spec.importsToKeep', importsToKeep)
  }
  const garbageCollect = stringAt(spec, 'garbageCollect')
  if (garbageCollect === undefined || garbageCollect === 'Never' || garbageCollect === 'Outdated') return undefined
  return cause('illegal-garbage-collect', 'Illegal GarbageCollect value', 'spec.garbageCollect', garbageCollect)
}

function causeInManagedDataSource(spec: JsonObject): Cause | undefined {
  const name = stringAt(spec, 'managedDataSource') ?? ''
  const path = 'spec.managedDataSource'
  if (name === '') return cause('managed-data-source-missing', 'Illegal ManagedDataSource value', path, name)
  if (utf8Length(name) <= 63) return undefined
  return cause('managed-data-source-too-long', 'Name cannot be longer than 63 characters', path, name)
}
