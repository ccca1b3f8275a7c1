import { type Command, Option } from 'commander'
import { hasMagic } from 'glob'
import { OWN_API_VERSION } from '../../cluster/kinds.ts'
import { evaluate } from '../../evaluate.ts'
import { type ClusterExplanation, explainClusters, inputFindings } from '../../explanation/explain.ts'
import { explainOwnCrons } from '../../explanation/own-crons.ts'
import { selectImages, templateNames } from '../../explanation/select-images.ts'
import { printExplanation } from '../../formats/explanation/explanation-text.ts'
import { describeRule, printRule } from '../../formats/explanation/rule-page.ts'
import { printJsonText } from '../../formats/text/json-text.ts'
import { printable } from '../../formats/text/printable.ts'
import { RULES } from '../../rules/index.ts'
import { type Outcome, unreadable } from '../../run.ts'
import { guardAsync } from '../guard.ts'
import { isThere } from '../sources/look-at.ts'
import { readInput } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { quoteName } from '../sources/show-path.ts'
import { basisOf } from './basis-of.ts'
import { inputPaths, PATHS_HELP, withFileOptions } from './input-paths.ts'

/** Of whatever a path can be. */
const LONGEST_NAME = 1 << 12

interface ExplainOptions extends ReadOptions {
  readonly format?: 'text' | 'json'
}

/** Tells why each image, or the one of that name, is there, changed, or gone. */
async function explain(paths: readonly string[], name: string | undefined, options: ExplainOptions): Promise<Outcome> {
  const read = await readInput(paths, options)
  if (!read.ok) return read.outcome
  const { items, texts, configurations, reading } = read.input
  const evaluation = evaluate(items, configurations.settings, texts, reading)
  const all = explainClusters(evaluation)
  const findings = inputFindings(evaluation)
  const allOwn = explainOwnCrons(evaluation.ownCrons)
  if (all.length + allOwn.length === 0)
    return unreadable(['nothing can be explained', ...findings.map(({ message }) => message)].join('; '))
  const { clusters, missing } = name === undefined ? { clusters: all, missing: false } : selectImages(all, name)
  const own = name === undefined ? allOwn : allOwn.filter((cron) => name === cron.name || name === cron.dataSource)
  if (missing && own.length === 0) return nothingNamed(name ?? '', all)
  const basis = basisOf(read.input, evaluation.clusters)
  const explanation = {
    apiVersion: OWN_API_VERSION,
    kind: 'Explanation',
    ...basis,
    clusters,
    ownDataImportCrons: own,
    findings,
  }
  return succeed(
    options.format === 'json'
      ? printJsonText(explanation)
      : printExplanation(missing ? [] : clusters, { findings, selected: name !== undefined, basis, own }),
  )
}

/** Tells what a rule finds and what to do about it; undefined when no rule has that id. */
function explainRule(id: string, { format }: ExplainOptions): Outcome | undefined {
  const rule = RULES.find((known) => known.id === id)
  return rule && succeed(format === 'json' ? printJsonText(describeRule(rule)) : printRule(rule))
}

/** The last argument is a name when it can be no path: it is nowhere, is no glob, and is not written like a path. */
function splitName(words: readonly string[]): { paths: readonly string[]; name: string | undefined } {
  const last = words.at(-1)
  const isPath =
    last === undefined ||
    last === '-' ||
    isThere(last) ||
    (last.length <= LONGEST_NAME && hasMagic(last, { magicalBraces: true })) ||
    /\/|\.(ya?ml|json)$/.test(last)
  return isPath ? { paths: words, name: undefined } : { paths: words.slice(0, -1), name: last }
}

function nothingNamed(name: string, clusters: readonly ClusterExplanation[]): Outcome {
  const names = templateNames(clusters).map((known) => JSON.stringify(known))
  const message = `nothing here has the name ${quoteName(name)}: it must be a template, a DataImportCron, a DataSource, a virtual machine, a rule, or a path; the templates are ${names.join(', ') || 'none'}`
  return { exitCode: 2, stdout: '', stderr: `golden-images: ${printable(message)}\n` }
}

function succeed(stdout: string): Outcome {
  return { exitCode: 0, stdout, stderr: '' }
}

export function registerExplain(program: Command): void {
  withFileOptions(program.command('explain'))
    .description('tell why each image is there, changed, or gone, and which VMs boot from it; or what a rule finds')
    .argument(
      '[path...]',
      `${PATHS_HELP}; last, if you like: a template, DataImportCron, DataSource, virtual machine, or rule`,
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExit codes: 0 explained; 2 usage or configuration error, or nothing has the name; 3 the input can not be read.',
    )
    .action(async (words: string[], options: ExplainOptions) => {
      process.exitCode = await guardAsync(async () => {
        const { paths, name } = splitName(words)
        const page = name === undefined ? undefined : explainRule(name, options)
        return page ?? (await explain(inputPaths(paths), name, options))
      })
    })
}
