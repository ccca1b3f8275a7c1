import { type Command, Option } from 'commander'
import { OWN_API_VERSION } from '../../cluster/kinds.ts'
import { evaluate } from '../../evaluate.ts'
import { compareEvaluations, type Difference } from '../../explanation/difference.ts'
import { inputFindings } from '../../explanation/explain.ts'
import { type DifferenceBasis, describeDifferenceBasis } from '../../formats/difference/difference-basis.ts'
import { printDifferenceMarkdown } from '../../formats/difference/difference-markdown.ts'
import { printDifference } from '../../formats/difference/difference-text.ts'
import { printJsonText } from '../../formats/text/json-text.ts'
import { text } from '../../formats/text/markdown-text.ts'
import { type Outcome, unreadable } from '../../run.ts'
import { guardAsync } from '../guard.ts'
import type { Input } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { readSide } from '../sources/read-side.ts'
import { basisOf } from './basis-of.ts'
import { withFileOptions } from './input-paths.ts'

interface DiffOptions extends ReadOptions {
  readonly format?: DiffFormat
  /** 1 when something differs, as git has it. */
  readonly exitCode?: boolean
}

const FORMATS = { text: printText, json: printJson, markdown: printMarkdown } as const

type DiffFormat = keyof typeof FORMATS

/** Tells what a change does to the images of each cluster; `before` and `after` are files, folders, or `REV:PATH`. */
async function diff(before: string, after: string, options: DiffOptions): Promise<Outcome> {
  const old = await readSide(before, options)
  if (!old.ok) return old.outcome
  const current = await readSide(after, options)
  if (!current.ok) return current.outcome
  const evaluations = { before: evaluateSide(old.input), after: evaluateSide(current.input) }
  const difference = compareEvaluations(evaluations.before, evaluations.after)
  if (difference.clusters.length === 0) {
    const findings = [evaluations.before, evaluations.after].flatMap(inputFindings).map(({ message }) => message)
    return unreadable(['neither side holds a HyperConverged that can be told', ...new Set(findings)].join('; '))
  }
  return {
    exitCode: options.exitCode && difference.differs ? 1 : 0,
    stdout: FORMATS[options.format ?? 'text'](difference, {
      before: basisOf(old.input, evaluations.before.clusters),
      after: basisOf(current.input, evaluations.after.clusters),
    }),
    stderr: '',
  }
}

function evaluateSide({ items, texts, configurations, reading }: Input) {
  return evaluate(items, configurations.settings, texts, reading)
}

function printText(difference: Difference, basis: DifferenceBasis): string {
  const closing = describeDifferenceBasis(basis).map((line) => `${line}\n`)
  return [printDifference(difference), ...(closing.length > 0 ? [closing.join('')] : [])].join('\n')
}

function printMarkdown(difference: Difference, basis: DifferenceBasis): string {
  const closing = describeDifferenceBasis(basis).map((line) => `${text(line)}.\n`)
  return [printDifferenceMarkdown(difference), ...closing].join('\n')
}

function printJson(difference: Difference, basis: DifferenceBasis): string {
  return printJsonText({ apiVersion: OWN_API_VERSION, kind: 'Difference', ...basis, ...difference })
}

export function registerDiff(program: Command): void {
  withFileOptions(program.command('diff'))
    .description('tell what a change does to the images of each cluster')
    .argument('<old>', 'a file, a folder, or either in a git revision: REV:PATH')
    .argument('<new>', 'the same, after the change')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(Object.keys(FORMATS))
        .default('text' satisfies DiffFormat),
    )
    .option('--exit-code', 'end with 1 when something differs, or can not be compared')
    .addHelpText(
      'after',
      '\nExit codes: 0 compared; 1 something differs or can not be compared, with --exit-code; 2 usage or configuration error; 3 the input can not be read.',
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      process.exitCode = await guardAsync(() => diff(before, after, options))
    })
}
