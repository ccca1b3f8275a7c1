/** Whether the function became slower, told by instruction counts. */
import type { Counts } from './stored-counts.ts'
import { left, printTable, right } from './table.ts'

/** How far a count may be from the stored one before it means something. */
export const MARGIN = 0.05

export interface Comparison {
  readonly input: string
  readonly stored: number | undefined
  readonly counted: number
  readonly verdict: 'as stored' | 'more' | 'less' | 'not stored'
}

export function compareCounts(stored: Counts, counted: Counts): readonly Comparison[] {
  return Object.entries(counted).map(([input, count]) => {
    const before = stored[input]
    return { input, stored: before, counted: count, verdict: judge(before, count) }
  })
}

export function printComparisons(comparisons: readonly Comparison[]): string {
  const columns = [left('input'), right('instructions'), right('stored'), right('change'), left('verdict')]
  const rows = comparisons.map(({ input, stored, counted, verdict }) => [
    input,
    counted.toLocaleString('en-US'),
    stored?.toLocaleString('en-US') ?? '',
    stored === undefined ? '' : `${((counted / stored - 1) * 100).toFixed(2)} %`,
    verdict,
  ])
  return printTable(columns, rows)
}

function judge(stored: number | undefined, counted: number): Comparison['verdict'] {
  if (stored === undefined) return 'not stored'
  if (counted > stored * (1 + MARGIN)) return 'more'
  return counted < stored * (1 - MARGIN) ? 'less' : 'as stored'
}
