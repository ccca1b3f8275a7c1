import { type Basis, remarksOn } from '../findings/basis.ts'

/** What each side of a comparison rests on. */
export interface DifferenceBasis {
  readonly before: Basis
  readonly after: Basis
}

/** A line for each thing to say, once where it is the same for both sides. */
export function describeDifferenceBasis({ before, after }: DifferenceBasis): string[] {
  const old = remarksOn(before)
  const current = remarksOn(after)
  const names = new Set([...old, ...current].map(({ name }) => name))
  return [...names].flatMap((name) => {
    const [was, is] = [old, current].map((remarks) => remarks.find((remark) => remark.name === name)?.value)
    if (was === is) return [`${name}: ${is}`]
    return [
      ...(was === undefined ? [] : [`${name} before: ${was}`]),
      ...(is === undefined ? [] : [`${name} after: ${is}`]),
    ]
  })
}
