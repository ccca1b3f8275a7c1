/** Cron schedules as CDI reads them. Source: github.com/robfig/cron/v3 parser.go (ParseStandard). */

import { remembered } from '../devices/remembered.ts'
import { cronFieldProblem, cronFields } from './cron-field.ts'
import { isGoDuration } from './go-duration.ts'
import { goFields, goTrimSpace } from './go-text.ts'
import { isTimeZone } from './time-zone.ts'

const descriptors = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'])
const every = '@every '

/** What is wrong with a schedule: five fields, a descriptor or `@every <duration>`, maybe after a time zone. */
export const scheduleProblem = remembered((schedule): string | undefined => {
  if (schedule === '') return 'must not be empty'
  if (!hasTimeZonePrefix(schedule)) return untimedProblem(schedule)
  if (crashesScheduleParser(schedule)) return 'must have a blank after its time zone: the parser crashes'
  const blank = schedule.indexOf(' ')
  const zone = schedule.slice(schedule.indexOf('=') + 1, blank)
  if (!isTimeZone(zone)) return `names the time zone ${JSON.stringify(zone)}, which is not known`
  return untimedProblem(goTrimSpace(schedule.slice(blank)))
})

/** Whether a schedule begins with a time zone. */
export function hasTimeZonePrefix(schedule: string): boolean {
  return schedule.startsWith('TZ=') || schedule.startsWith('CRON_TZ=')
}

/** After a time zone the parser looks for a blank, and panics when there is none. */
export function crashesScheduleParser(schedule: string): boolean {
  return hasTimeZonePrefix(schedule) && !schedule.includes(' ')
}

function untimedProblem(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return descriptorProblem(schedule)
  const fields = goFields(schedule)
  if (fields.length !== cronFields.length) return `must have ${cronFields.length} fields, not ${fields.length}`
  for (const [index, field] of cronFields.entries()) {
    const problem = cronFieldProblem(fields[index] ?? '', field)
    if (problem !== undefined) return problem
  }
  return undefined
}

function descriptorProblem(descriptor: string): string | undefined {
  if (descriptors.has(descriptor)) return undefined
  if (!descriptor.startsWith(every)) return `must be one of ${[...descriptors].join(', ')} and @every, in lower case`
  return isGoDuration(descriptor.slice(every.length)) ? undefined : 'must have a duration after @every, as `1h30m`'
}
