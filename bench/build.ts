import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { BENCH, WORK } from './paths.ts'

/** What can't be had is said and left out. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

export function successesOf<T>(attempts: readonly Attempt<T>[]): readonly T[] {
  return attempts.flatMap((attempt) => (attempt.ok ? [attempt.value] : []))
}

export function failuresOf(attempts: readonly Attempt<unknown>[]): readonly string[] {
  return attempts.flatMap((attempt) => (attempt.ok ? [] : [attempt.reason]))
}

/** Runs a tool that builds something; gives the reason when that is not possible here. */
export function build(tool: string, args: readonly string[], folder = BENCH): string | undefined {
  mkdirSync(WORK, { recursive: true })
  const { status, stderr, error } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' })
  if (error) return `no ${tool} on the PATH`
  return status === 0 ? undefined : `\`${[tool, args[0]].join(' ')}\` failed: ${stderr.trim().split('\n').at(-1)}`
}

/** What a tool says of its version, on one line; undefined where there is none. */
export function versionOf(tool: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(tool, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim().split('\n')[0] : undefined
}
