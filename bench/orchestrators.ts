/** kustomize's and kpt's own share of a whole render, and the function's. */
import { resolve } from 'node:path'
import { KPT_MISSING, KUSTOMIZES, type Kustomize } from '../test/examples/tools.ts'
import { type Attempt, versionOf } from './build.ts'
import type { Contender } from './contender.ts'
import { printPercent, printSummary } from './figures.ts'
import { type Orchestrator, orchestrate } from './orchestrated.ts'
import { type Rounds, runRounds } from './rounds.ts'
import { type Summary, summarize } from './statistics.ts'
import type { Stopwatch } from './stopwatch.ts'
import { left, printTable, right } from './table.ts'

const SECONDS = 8
const WITHOUT = 'without'
/** Hands everything back: what is left is the orchestrator's. */
const CAT = 'cat'

const COLUMNS = [
  left('render'),
  left('function'),
  right('whole render, ms'),
  right('without any function, ms'),
  right('with `cat` in its place, ms'),
  right('the function alone, ms'),
  right("the function's share"),
  right("the orchestrator's"),
]

export function findOrchestrators(): readonly Attempt<Orchestrator>[] {
  return [findKustomize(), findKpt()]
}

export function measureShares(
  orchestrators: readonly Orchestrator[],
  functions: readonly Contender[],
  watch: Stopwatch,
  rounds: number | undefined,
): string {
  return printTable(
    COLUMNS,
    orchestrators.flatMap((orchestrator) => sharesOf(orchestrator, functions, watch, rounds)),
  )
}

function sharesOf(
  orchestrator: Orchestrator,
  functions: readonly Contender[],
  watch: Stopwatch,
  rounds: number | undefined,
): string[][] {
  const [some] = functions
  if (!some) return []
  const { withFunction, withoutFunction, list } = orchestrate(orchestrator, fileOf(some))
  const renders = functions.map((each) => ({ name: each.name, command: withFunction(fileOf(each)) }))
  const effort = { rounds, seconds: SECONDS }
  const empty = [
    { name: WITHOUT, command: withoutFunction },
    { name: CAT, command: withFunction('/bin/cat') },
  ]
  const whole = runRounds([...empty, ...renders], '/dev/null', watch, effort)
  const alone = runRounds(functions, list, watch, effort)
  return functions.map(({ name }, index) => [
    index === 0 ? `${orchestrator.name}, examples/${orchestrator.example}` : '',
    name,
    ...[name, WITHOUT, CAT].map((each) => printSummary(timeOf(whole, each))),
    printSummary(timeOf(alone, name)),
    ...printShares(timeOf(alone, name).median / timeOf(whole, name).median),
  ])
}

function printShares(ours: number): string[] {
  return [ours, 1 - ours].map(printPercent)
}

function timeOf(rounds: Rounds, name: string): Summary {
  return summarize((rounds.get(name) ?? []).map(({ wall }) => wall))
}

/** What is installed as `golden-images`: the program itself, or the script that Node is given. */
function fileOf({ command }: Contender): string {
  return command.args[0] ?? command.program
}

function findKustomize(): Attempt<Orchestrator> {
  const kustomize = KUSTOMIZES.find(({ name }) => name.startsWith('kustomize 5'))
  if (!kustomize || kustomize.missing !== undefined) return { ok: false, reason: `kustomize 5: ${kustomize?.missing}` }
  const folder = folderOf(kustomize)
  if (!folder.ok) return folder
  const program = resolve(folder.value, 'kustomize')
  const orchestrator = {
    name: kustomize.name,
    program,
    args: ['build', '--enable-alpha-plugins', '--enable-exec'],
    example: 'plain-kubernetes',
    declaration: { file: 'kustomization.yaml', field: 'transformers' },
  }
  return { ok: true, value: orchestrator }
}

function folderOf({ folder }: Kustomize): Attempt<string> {
  try {
    return { ok: true, value: folder() }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function findKpt(): Attempt<Orchestrator> {
  if (KPT_MISSING !== undefined) return { ok: false, reason: `kpt: ${KPT_MISSING}` }
  const orchestrator = {
    name: `kpt ${versionOf('kpt', 'version')}`,
    program: 'kpt',
    args: ['fn', 'render', '--allow-exec', '--output', 'stdout'],
    example: 'kpt-generate',
    declaration: { file: 'Kptfile', field: 'pipeline' },
  }
  return { ok: true, value: orchestrator }
}
