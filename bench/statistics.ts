/** A median with the quartiles around it. */
export interface Summary {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Of at least one value. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

/** Of values that were measured in pairs: what happened to both of a pair at one time cancels out. */
export function summarizeRatios(ours: readonly number[], theirs: readonly number[]): Summary {
  if (ours.length !== theirs.length) throw new Error('ratios need values that were measured in pairs')
  return summarize(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)))
}

/** Between two values it is as far as the place between them says. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('no values to summarize')
  return below + (above - below) * (place - Math.floor(place))
}
