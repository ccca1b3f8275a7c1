import type fc from 'fast-check'

/** What a property looks at; where it compares two texts, the second stands beside the first. */
export interface Input {
  readonly text: string
  readonly undisturbed?: string
}

/** What must hold of every input. */
export interface Property {
  readonly name: string
  readonly inputs: fc.Arbitrary<Input>
  /** Throws when it does not hold. */
  readonly check: (input: Input) => void
  /** Why it can't be tried here. */
  readonly missing?: string | undefined
}
