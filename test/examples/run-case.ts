import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ExampleCase, readExpected } from './example-case.ts'
import { type ProcessResult, runProcess } from './run-process.ts'
import { commitAll, diffSince, type WorkingCopy, withCopyOf } from './working-copy.ts'

/** What a run of an example gave. */
export interface CaseOutcome extends ProcessResult {
  /** kpt's file of results; empty when it wrote none. */
  readonly results: string
  readonly diff: string
  /** What a second run in the same copy changes; a failed run is not repeated. */
  readonly diffOfSecondRun: string
}

interface Environment {
  readonly [name: string]: string
}

/** Runs the example in a fresh copy; `look` sees the copy as the first run left it. */
export function runCase(example: ExampleCase, path: string, look?: (copy: WorkingCopy) => void): CaseOutcome {
  return withCopyOf(example.folder, (copy) => {
    const env = { ...example.config.env, PATH: path }
    setUp(example, copy, env)
    const first = runCommand(example, copy, env)
    look?.(copy)
    const results = readResults(copy.resultsFolder)
    const diff = diffSince(copy.folder, copy.commit)
    const diffOfSecondRun = first.exitCode === 0 ? rerun(example, copy, env) : ''
    return { ...first, stderr: withoutDurations(first.stderr), results, diff, diffOfSecondRun }
  })
}

function setUp({ setup }: ExampleCase, { folder }: WorkingCopy, env: Environment): void {
  if (setup === undefined) return
  const { exitCode, stderr } = runProcess('bash', [setup], { cwd: folder, env })
  if (exitCode !== 0) throw new Error(`${setup} failed: ${stderr}`)
}

function rerun(example: ExampleCase, copy: WorkingCopy, env: Environment): string {
  const before = commitAll(copy.folder)
  runCommand(example, copy, env)
  return diffSince(copy.folder, before)
}

function runCommand(example: ExampleCase, { folder, resultsFolder }: WorkingCopy, env: Environment): ProcessResult {
  if (example.script !== undefined) return runProcess('bash', [example.script], { cwd: folder, env })
  return runProcess('kpt', kptArguments(example, folder, resultsFolder), { env })
}

function kptArguments({ config, expected }: ExampleCase, folder: string, resultsFolder: string): string[] {
  const results = readExpected(expected, 'results.yaml') === '' ? [] : ['--results-dir', resultsFolder]
  if (config.testType === 'render') {
    return [
      ...['fn', 'render', folder, ...results],
      ...(config.allowExec ? ['--allow-exec'] : []),
      ...(config.disableOutputTruncate ? ['--truncate-output=false'] : []),
    ]
  }
  const args = Object.entries(config.args).map(([key, value]) => `${key}=${value}`)
  return [
    ...['fn', 'eval', folder, ...results],
    ...(config.execPath === undefined ? [] : ['--exec', resolve(expected, config.execPath)]),
    ...(config.fnConfig === undefined ? [] : ['--fn-config', resolve(expected, config.fnConfig)]),
    ...(config.includeMetaResources ? ['--include-meta-resources'] : []),
    ...(args.length > 0 ? ['--', ...args] : []),
  ]
}

function readResults(folder: string): string {
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder)
  return files
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('')
    .trim()
}

/** kpt says how long each function took: `[PASS] "golden-images" in 1.2s`. */
function withoutDurations(stderr: string): string {
  return stderr.replace(/^(\[(?:PASS|FAIL)\] \S+ in )\S+$/gm, '$10s')
}
