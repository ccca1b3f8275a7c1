/** Where `check` finds what in folders with kustomizations: a case a folder, with its places beside it, for every builder. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { orSkip } from '../../examples/tools.ts'
import { BUILDERS } from './builders.ts'

const PROGRAM = resolve('dist/golden-images.cjs')
const CASES = 'test/fixtures/cli/kustomize'

const names = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** What is checked in the case's folder, a run a line; without such a file all of it. */
function runsOf(name: string): string[] {
  const file = `${CASES}/${name}.paths`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : ['.']
}

interface Found {
  readonly rule: string
  readonly severity: string
  readonly cluster?: string
  readonly template?: string
  readonly position?: { readonly file: string; readonly line: number; readonly column: number }
}

/** `base/hco.yaml:8:5 error some-rule`, with the template and the cluster that it is about. */
function line({ rule, severity, cluster, template, position }: Found): string {
  const place = position ? `${position.file}:${position.line}:${position.column}` : '-'
  return [place, severity, rule, template, cluster && `in ${cluster}`].filter((word) => word !== undefined).join(' ')
}

function check(name: string, paths: string, builder: string): string {
  const args = ['check', ...paths.split(' '), '--format', 'json', '--kustomize', builder]
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: `${CASES}/${name}`,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  expect(stderr).toBe('')
  const { findings, leftOut = [] }: { findings: Found[]; leftOut?: { path: string }[] } = JSON.parse(stdout)
  const lines = [...findings.map(line), ...leftOut.map(({ path }) => `left out: ${path}`), `exit ${status}`]
  return [`check ${paths}`, ...lines.map((one) => `  ${one}`), ''].join('\n')
}

describe.for(BUILDERS)('$name', ({ missing, program }) => {
  test.skipIf(missing !== undefined).for(names)('%s', async (name, { skip }) => {
    const builder = orSkip(program, skip)
    const answers = runsOf(name).map((paths) => check(name, paths, builder))
    await expect(answers.join('')).toMatchFileSnapshot(resolve(`${CASES}/${name}.txt`))
  })
})
