import type { Command } from 'commander'
import { INDEX_ANNOTATION, PATH_ANNOTATION, withLocation } from '../../cluster/item-location.ts'
import { changeEach } from '../../config/cluster-settings.ts'
import type { EmittedItem } from '../../emission/emitted-item.ts'
import { evaluate } from '../../evaluate.ts'
import { printBasis } from '../../formats/findings/basis.ts'
import { printSummary } from '../../formats/findings/summary.ts'
import { printable } from '../../formats/text/printable.ts'
import { assembleResourceList } from '../../resource-list/assemble-resource-list.ts'
import { countImages, type Outcome, writeResourceList } from '../../run.ts'
import { printItem } from '../../yaml/print/print-yaml.ts'
import { guardAsync } from '../guard.ts'
import { readInput } from '../sources/read-input.ts'
import type { ReadOptions } from '../sources/read-options.ts'
import { basisOf } from './basis-of.ts'
import { inputPaths, PATHS, PATHS_HELP, withFileOptions } from './input-paths.ts'
import { pruneFiles } from './prune-files.ts'

interface RenderOptions extends ReadOptions {
  readonly resourceList?: boolean
  readonly prune?: boolean
}

/**
 * The prediction without an orchestrator: manifests in; what would be emitted out, as YAML documents, or the whole
 * ResourceList. A failed render prints no documents.
 */
async function render(paths: readonly string[], options: RenderOptions): Promise<Outcome> {
  const read = await readInput(paths, options)
  if (!read.ok) return read.outcome
  const { items, texts, configurations, reading } = read.input
  const list = assembleResourceList(items, configurations.whole?.value, withLocation)
  const { prune } = options
  const settings = prune ? changeEach(configurations.settings, (one) => ({ ...one, prune })) : configurations.settings
  const evaluation = evaluate(items, settings, texts, reading)
  const pruned = prune && !options.resourceList && !evaluation.failed ? pruneFiles(evaluation.emission.pruned) : []
  const basis = basisOf(read.input, evaluation.clusters)
  return {
    exitCode: evaluation.failed ? 1 : 0,
    stdout: options.resourceList
      ? writeResourceList(list, evaluation, settings.whole)
      : printDocuments(evaluation.failed ? [] : evaluation.emission.emitted),
    stderr:
      printSummary(evaluation.findings, countImages(evaluation)) +
      printBasis(basis) +
      pruned.map((line) => `${printable(line)}\n`).join(''),
  }
}

function printDocuments(items: readonly EmittedItem[]): string {
  return items.map((item) => printItem(withoutLocation(item))).join('---\n')
}

function withoutLocation(item: EmittedItem): EmittedItem {
  const { [PATH_ANNOTATION]: _path, [INDEX_ANNOTATION]: _index, ...annotations } = item.metadata.annotations
  return { ...item, metadata: { ...item.metadata, annotations } }
}

export function registerRender(program: Command): void {
  withFileOptions(program.command('render'))
    .description('print the DataImportCrons that the operators would make of the manifests')
    .argument(PATHS, PATHS_HELP)
    .option('--resource-list', 'print the whole ResourceList with its results')
    .option('--prune', 'also remove, from the files or the list, what was made for a HyperConverged that is gone')
    .addHelpText(
      'after',
      '\nExit codes: 0 rendered; 1 a finding reaches `failOn`; 2 usage or configuration error; 3 the input can not be read.',
    )
    .action(async (paths: string[], options: RenderOptions) => {
      process.exitCode = await guardAsync(() => render(inputPaths(paths), options))
    })
}
