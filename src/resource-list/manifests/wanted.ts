/** The objects that are looked for in texts, and how to tell that a text speaks of one. */
export interface Wanted {
  /** Whether an object of that header counts wherever it stands. */
  readonly isWanted: (apiVersion: string | undefined, kind: string | undefined) => boolean
  /** Whether a text that can't be parsed would have brought one that decides something. */
  readonly isMentioned: (text: string) => boolean
  /** Where a text says the kind of one, as objects do; -1 for nowhere. */
  readonly kindIn: (text: string) => number
}
