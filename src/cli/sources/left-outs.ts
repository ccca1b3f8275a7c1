import { describeBasis, type LeftOut } from '../../formats/findings/basis.ts'
import type { LeaveOut } from './found-file.ts'
import { showPath } from './show-path.ts'

/** What is not read of what was named or searched: each path once. */
export class LeftOuts {
  readonly #reasons: Map<string, string>

  constructor(known: readonly LeftOut[] = []) {
    this.#reasons = new Map(known.map(({ path, reason }) => [path, reason]))
  }

  readonly add: LeaveOut = (path, reason) => {
    this.#reasons.set(showPath(path), reason)
  }

  list(): LeftOut[] {
    return [...this.#reasons].map(([path, reason]) => ({ path, reason }))
  }

  /** A message that says it, too. */
  tellWith(message: string): string {
    return this.#reasons.size === 0 ? message : `${message}; ${describeBasis({ leftOut: this.list() })}`
  }
}
