import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/** The instructions that a program executes on an input: the same ones at each run, however busy the machine is. */
export function countInstructions(program: string, input: string): number {
  const stdin = openSync(input, 'r')
  const { status, stderr, error } = spawnSync(
    'valgrind',
    ['--tool=callgrind', '--callgrind-out-file=/dev/null', program],
    {
      // What is in the environment would be counted, too.
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
      stdio: [stdin, 'ignore', 'pipe'],
    },
  )
  closeSync(stdin)
  if (error) throw error
  const [, collected] = /^==\d+== Collected : (\d+)$/m.exec(stderr) ?? []
  if (status !== 0 || collected === undefined) throw new Error(`callgrind ended with ${status}: ${stderr.trim()}`)
  return Number(collected)
}
