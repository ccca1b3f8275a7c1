import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crashesScheduleParser, hasTimeZonePrefix, scheduleProblem } from '../../src/kubernetes/cron-schedule.ts'
import { isTimeZone } from '../../src/kubernetes/time-zone.ts'
import { golden } from './golden.ts'

type Answer = 'ok' | 'error' | 'panic'

describe('cron schedules', () => {
  test.for(golden<[string, Answer]>('kubernetes/schedules.json'))('%j: %s', ([schedule, answer]) => {
    expect(scheduleProblem(schedule) === undefined).toBe(answer === 'ok')
    expect(crashesScheduleParser(schedule)).toBe(answer === 'panic')
  })

  test('any text has an answer', () => {
    const part = fc.constantFrom('*', '?', '/', '-', ',', ' ', '@every ', '1h', 'TZ=', 'UTC', 'mon', '59', '60')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (schedule) => {
        const problem = scheduleProblem(schedule)
        expect(problem === undefined || problem !== '').toBe(true)
        if (crashesScheduleParser(schedule)) expect(hasTimeZonePrefix(schedule)).toBe(true)
      }),
    )
  })

  test('five numbers within their bounds are a schedule', () => {
    const fields = fc.tuple(
      fc.nat(59),
      fc.nat(23),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(6),
    )
    fc.assert(fc.property(fields, (numbers) => scheduleProblem(numbers.join(' ')) === undefined))
  })

  test('a long bad schedule is refused at once', () => {
    const long = '1'.repeat(100_000)
    const blanks = ' '.repeat(100_000)
    for (const schedule of [`@every ${long}`, `${long} * * * *`, `TZ=UTC *${blanks}*`, `${'1,'.repeat(100_000)} *`]) {
      expect(scheduleProblem(schedule)).toBeDefined()
    }
  })

  test('problems name the field', () => {
    expect(scheduleProblem('0 24 * * *')).toBe('hour "24": must be from 0 to 23')
    expect(scheduleProblem('0 0 * * 7')).toBe('day of the week "7": must be from 0 to 6')
    expect(scheduleProblem('* * * *')).toBe('must have 5 fields, not 4')
    expect(scheduleProblem('TZ=utc 0 0 * * *')).toBe('names the time zone "utc", which is not known')
  })

  test('time zones', () => {
    for (const name of ['', 'UTC', 'Local', 'EST', 'Europe/Berlin', 'US/Eastern', 'Etc/GMT+5']) {
      expect(isTimeZone(name)).toBe(true)
    }
    for (const name of ['utc', 'Europe/berlin', 'Europe', 'constructor', '../UTC']) expect(isTimeZone(name)).toBe(false)
  })
})
