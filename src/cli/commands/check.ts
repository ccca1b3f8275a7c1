import { type Command, Option } from 'commander'
import packageFile from '../../../package.json' with { type: 'json' }
import { changeEach } from '../../config/cluster-settings.ts'
import { type Evaluation, evaluate } from '../../evaluate.ts'
import { locateFindings } from '../../findings/locate-findings.ts'
import type { FailOn } from '../../findings/severity.ts'
import { FORMAT_NAMES, FORMATS, type FormatName } from '../../formats/findings/index.ts'
import type { Report } from '../../formats/findings/report.ts'
import { countImages, type Outcome } from '../../run.ts'
import { guardAsync } from '../guard.ts'
import { type Input, readInput } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { isColorful, writeFile } from '../standard-streams.ts'
import { UsageError } from '../usage-error.ts'
import { basisOf } from './basis-of.ts'
import { inputPaths, PATHS, PATHS_HELP, withFileOptions } from './input-paths.ts'
import { refuseOverwriting, refuseSharedOutputs } from './refuse-overwriting.ts'

/** One format, into one file; `file` is undefined for stdout. */
interface CheckOutput {
  readonly format: FormatName
  file: string | undefined
}

interface CheckOptions extends ReadOptions {
  readonly failOn?: FailOn
  readonly verbose?: boolean
}

/** Reads manifests and prints the findings alone, each in its place. */
async function check(
  paths: readonly string[],
  options: CheckOptions,
  outputs: readonly CheckOutput[],
): Promise<Outcome> {
  const read = await readInput(paths, options)
  if (!read.ok) return read.outcome
  const { items, texts, configurations, reading } = read.input
  refuseOverwriting(
    outputs.flatMap(({ file }) => file ?? []),
    read.input,
  )
  const { failOn } = options
  const settings = failOn ? changeEach(configurations.settings, (one) => ({ ...one, failOn })) : configurations.settings
  const evaluation = evaluate(items, settings, texts, reading)
  const report: Report = {
    version: packageFile.version,
    findings: locateFindings(evaluation.findings),
    images: countImages(evaluation),
    sources: texts,
    ...basisOf(read.input, evaluation.clusters),
    ...filesRead(read.input, evaluation, options.verbose ?? false),
  }
  const reports = outputs.map(({ format, file }) => {
    return { file, text: FORMATS[format](report, { color: file === undefined && isColorful() }) }
  })
  let stdout = ''
  for (const { file, text } of reports) {
    if (file === undefined) stdout += text
    else writeFile(file, text)
  }
  return { exitCode: evaluation.failed ? 1 : 0, stdout, stderr: '' }
}

function filesRead({ texts, searched }: Input, { clusters }: Evaluation, isListed: boolean): Pick<Report, 'read'> {
  if (!searched && !isListed) return {}
  const files = [...texts.keys()].sort()
  return { read: { clusters: clusters.length, files, seen: files.length, skipped: [], ...searched, isListed } }
}

export function registerCheck(program: Command): void {
  const outputs: CheckOutput[] = []
  const command = withFileOptions(program.command('check'))
    .description('print the findings on the manifests')
    .argument(PATHS, PATHS_HELP)
    .addOption(new Option('-f, --format <format>', 'how to print (repeatable; default: text)').choices(FORMAT_NAMES))
    .option('-o, --output <file>', 'where the format named before goes (repeatable; default: stdout)')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1').choices([
        'error',
        'warning',
        'never',
      ]),
    )
    .option('--verbose', 'name every file that was read, and what was left out')
    .addHelpText(
      'after',
      '\nExit codes: 0 no finding reaches --fail-on; 1 one does; 2 usage or configuration error; 3 the input can not be read.',
    )
  // The options come in pairs, which their order on the command line tells.
  const homeless: string[] = []
  command.on('option:format', (format: FormatName) => outputs.push({ format, file: undefined }))
  command.on('option:output', (file: string) => {
    const last = outputs.at(-1)
    if (!last) outputs.push({ format: 'text', file })
    else if (last.file === undefined) last.file = file
    else homeless.push(file)
  })
  command.action(async (paths: string[], options: CheckOptions) => {
    process.exitCode = await guardAsync(() => {
      for (const file of homeless) throw new UsageError(`--output ${file} must follow a --format of its own`)
      if (outputs.length === 0) outputs.push({ format: 'text', file: undefined })
      if (outputs.filter(({ file }) => file === undefined).length > 1) {
        throw new UsageError('only one format can go to stdout; give the others an --output')
      }
      refuseSharedOutputs(outputs.map(({ file }) => file))
      return check(inputPaths(paths), options, outputs)
    })
  })
}
