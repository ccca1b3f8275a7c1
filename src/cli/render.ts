import { INDEX_ANNOTATION, PATH_ANNOTATION } from '../cluster/item-location.ts'
import { readConfiguration } from '../config/read-configuration.ts'
import { printSummary } from '../formats/summary.ts'
import { assembleResourceList } from '../resource-list/assemble-resource-list.ts'
import { isJsonObject, type JsonObject, objectAt } from '../resource-list/json.ts'
import { printItem } from '../resource-list/print-yaml.ts'
import { readManifests } from '../resource-list/read-manifests.ts'
import { countImages, evaluate, misconfigured, type Outcome, unreadable, writeResourceList } from '../run.ts'
import { findConfiguration } from './find-configuration.ts'
import { findManifests, type ManifestFile } from './find-manifests.ts'

export interface RenderOptions {
  readonly config?: string
  readonly resourceList?: boolean
}

/**
 * The prediction without an orchestrator: manifests in; what would be emitted out, as YAML documents, or the whole
 * ResourceList. A failed render prints no documents.
 */
export async function render(paths: readonly string[], options: RenderOptions): Promise<Outcome> {
  const config = findConfiguration(options.config, paths[0])
  const items: JsonObject[] = []
  for (const file of await findManifests(paths)) {
    const read = readManifests(file.text, file.path)
    if (!read.ok) return unreadable(read.message)
    items.push(...read.items.map((item, index) => locate(item.value(), file, index)))
  }
  if (items.length === 0) return unreadable('the input must hold manifests, and holds none')
  const list = assembleResourceList(items, config)
  const configuration = readConfiguration(config)
  if (!configuration.ok) return misconfigured(configuration.problems)
  const evaluation = evaluate(list.items, configuration.settings)
  return {
    exitCode: evaluation.failed ? 1 : 0,
    stdout: options.resourceList
      ? writeResourceList(list, evaluation, configuration.settings)
      : printDocuments(evaluation.failed ? [] : evaluation.emission.emitted),
    stderr: printSummary(evaluation.findings, countImages(evaluation)),
  }
}

/** Says where the item came from, as orchestrators do; what says so itself, as a ResourceList's items, keeps its word. */
function locate(item: JsonObject, { path }: ManifestFile, index: number): JsonObject {
  const written = objectAt(item, 'metadata', 'annotations')
  if (path === '' || (written && PATH_ANNOTATION in written)) return item
  const metadata = isJsonObject(item.metadata) ? item.metadata : {}
  const annotations = { ...written, [PATH_ANNOTATION]: path, [INDEX_ANNOTATION]: String(index) }
  return { ...item, metadata: { ...metadata, annotations } }
}

function printDocuments(items: readonly JsonObject[]): string {
  return items.map((item) => printItem(withoutLocation(item))).join('---\n')
}

function withoutLocation(item: JsonObject): JsonObject {
  const metadata = isJsonObject(item.metadata) ? item.metadata : {}
  const {
    [PATH_ANNOTATION]: _path,
    [INDEX_ANNOTATION]: _index,
    ...annotations
  } = objectAt(metadata, 'annotations') ?? {}
  return { ...item, metadata: { ...metadata, annotations } }
}
