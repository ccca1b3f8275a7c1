import type { Command } from './stopwatch.ts'

/** Something that is run on an input. */
export interface Contender {
  readonly name: string
  readonly command: Command
}

export const NATIVE = 'the executable'
export const NODE = 'the Node build'
export const GO = 'Go kyaml'
export const BARE_NODE = 'node -e 0'
