import { timeZoneNames } from './time-zone-names.ts'

let names: ReadonlySet<string> | undefined

/** Whether Go's time.LoadLocation knows a time zone of that name; it minds the letter case. None means UTC. */
export function isTimeZone(name: string): boolean {
  if (name === '' || name === 'Local') return true
  // Few schedules name a zone, so the others do not pay for the set.
  names ??= new Set(timeZoneNames.trim().split(/\s+/))
  return names.has(name)
}
