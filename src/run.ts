/** The program on one page: text in → clusters → predictions → findings → text out. */
import { CLUSTER_KIND, fieldsOfInterest, fieldsWithoutCluster } from './cluster/kinds.ts'
import { sameForAll } from './config/cluster-settings.ts'
import type { ConfigurationProblem } from './config/configuration-problem.ts'
import { readConfiguration } from './config/read-configuration.ts'
import type { Settings } from './config/settings.ts'
import { GENERATED_FILE } from './emission/place-in-files.ts'
import { NO_EMISSION } from './emission/plan-emission.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import { IGNORE_MARK } from './findings/ignore-comments.ts'
import { toKrmResults } from './formats/findings/krm-results.ts'
import { nameFile } from './formats/findings/place.ts'
import { type PredictedImages, printSummary } from './formats/findings/summary.ts'
import { printable } from './formats/text/printable.ts'
import { compareBytes } from './kubernetes/byte-order.ts'
import { handedCrons } from './prediction/cron-outcomes.ts'
import { isMade, isOperating } from './prediction/predict-cluster.ts'
import { type ResourceList, readResourceList } from './resource-list/read-resource-list.ts'
import { scanText, type TextScan } from './resource-list/text-scan.ts'

/** Nobody mends more at once, and each lists what is allowed. */
const MOST_PROBLEMS = 50

/** What a process does at its end. */
export interface Outcome {
  /** 0; 1: a finding reaches `failOn`; 2: the configuration can't be used; 3: the input can't be read. */
  readonly exitCode: 0 | 1 | 2 | 3
  /** Whole, or empty. */
  readonly stdout: string
  readonly stderr: string
}

/** The function: a ResourceList as text in, a ResourceList as text out. A host may scan it. */
export function run(input: string, scan: TextScan = scanText(input)): Outcome {
  const needs = scan.firstPlace(CLUSTER_KIND) < input.length ? fieldsOfInterest : fieldsWithoutCluster
  const read = readResourceList(input, needs, { mention: GENERATED_FILE, scan })
  if (!read.ok) return unreadable(read.message)
  const configuration = readConfiguration(read.list.functionConfig)
  if (!configuration.ok) return misconfigured(configuration.problems)
  const evaluation = evaluate(
    read.list.needed,
    sameForAll(configuration.settings),
    textsOf(input, scan),
    undefined,
    () => read.list.items,
  )
  return {
    exitCode: evaluation.failed ? 1 : 0,
    stdout: writeResourceList(read.list, evaluation, configuration.settings),
    stderr: printSummary(evaluation.findings, countImages(evaluation)),
  }
}

/** The whole ResourceList; a failed one has the input's items alone, because new ones would hide the results in kpt. */
export function writeResourceList(
  list: ResourceList,
  { emission, findings, failed }: Evaluation,
  { returnItems }: Settings,
): string {
  const results = toKrmResults(findings)
  if (returnItems === 'none') return list.write({ dropped: new Set(list.items), emitted: [], results })
  const { dropped, emitted } = failed ? NO_EMISSION : emission
  return list.write({ dropped, emitted, results })
}

export function countImages({ clusters, ownCrons, refusedSilently }: Evaluation): PredictedImages {
  const operating = clusters.filter(isOperating)
  const architectures = operating.flatMap(({ prediction }) => prediction.nodeInformation.workloadsArchitectures)
  const crons = clusters.filter(isMade).flatMap(({ prediction }) => handedCrons(prediction.crons))
  return {
    dataImportCrons: crons.length,
    architectures: [...new Set(architectures)].sort(compareBytes),
    ...(ownCrons.length > 0 && { ownDataImportCrons: ownCrons.length }),
    ...(refusedSilently > 0 && { refusedSilently }),
  }
}

export function unreadable(message: string): Outcome {
  return { exitCode: 3, stdout: '', stderr: `golden-images: ${printable(message)}\n` }
}

export function misconfigured(problems: readonly ConfigurationProblem[]): Outcome {
  const lines = problems.slice(0, MOST_PROBLEMS).map(tellProblem)
  if (problems.length > MOST_PROBLEMS) lines.push(`there are ${problems.length - MOST_PROBLEMS} more problems`)
  return {
    exitCode: 2,
    stdout: '',
    stderr: lines.map((line) => `golden-images: configuration error: ${printable(line)}\n`).join(''),
  }
}

function tellProblem({ path, message, file, place }: ConfigurationProblem): string {
  const words = path === '' ? message : `\`${path}\` ${message}`
  return file === undefined
    ? words
    : `${[nameFile(file), place?.line, place?.column].filter(Boolean).join(':')}: ${words}`
}

/** The text with its name, unless it is known to hold no comment of ours. */
function textsOf(text: string, scan: TextScan): ReadonlyMap<string, string> {
  return scan.firstPlace(IGNORE_MARK) === text.length ? new Map() : new Map([['', text]])
}
