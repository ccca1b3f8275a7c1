import type { ConfigurationProblem } from '../../../config/configuration-problem.ts'
import type { GoldenImagesSpec } from '../../../config/golden-images-schema.ts'
import { overlaySpec } from '../../../config/overlay.ts'
import { checkConfiguration, NOTHING_TO_EXTEND } from '../../../config/read-configuration.ts'
import { type Settings, settingsOf } from '../../../config/settings.ts'
import { locatorFinder } from '../../../findings/locate-findings.ts'
import { type JsonObject, objectAt, toJson } from '../../../json/json.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { findConfigurationIn } from './configuration-file.ts'
import type { ConfigurationFiles } from './configuration-files.ts'

/** A configuration that can count. */
export interface LoadedConfiguration {
  /** As it is shown; `''` is standard input. */
  readonly file: string
  /** The files that it extends, the nearest first. */
  readonly extended: readonly string[]
  /** Whole, for a ResourceList. */
  readonly value: JsonObject
  readonly settings: Settings
}

export type Loaded =
  | { readonly ok: true; readonly configuration: LoadedConfiguration }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

/** Where a configuration was read. */
export interface ConfigurationSource {
  readonly item: Item
  /** Its file as it is shown. */
  readonly file: string
  /** Of its file, by which `extends` is followed; undefined where it came without one. */
  readonly place: string | undefined
  /** The path of the configuration within the item; undefined where the item is it. */
  readonly within?: string
}

interface Layer {
  readonly source: ConfigurationSource
  readonly spec: GoldenImagesSpec
}

type LayerResult = { readonly layer: Layer } | { readonly problems: readonly ConfigurationProblem[] }

/** Loads configurations with all that they extend; each file is read once. */
export class ConfigurationLoader {
  readonly #files: ConfigurationFiles
  readonly #layers = new Map<string, LayerResult | undefined>()
  readonly #loaded = new Map<Item, Loaded>()
  readonly #leaveOut: (place: string, reason: string) => void

  constructor(files: ConfigurationFiles, leaveOut: (place: string, reason: string) => void) {
    this.#files = files
    this.#leaveOut = leaveOut
  }

  /** The configuration in the file at a place; undefined when there is none. */
  at(place: string): Loaded | undefined {
    const result = this.#layerAt(place)
    if (!result) return undefined
    return 'layer' in result ? this.load(result.layer.source) : { ok: false, problems: result.problems }
  }

  load(source: ConfigurationSource): Loaded {
    const loaded = this.#loaded.get(source.item) ?? this.#load(source)
    this.#loaded.set(source.item, loaded)
    return loaded
  }

  #load(source: ConfigurationSource): Loaded {
    const layers: Layer[] = []
    const passed = new Set<string>()
    for (let next = checkLayer(source); ; ) {
      if ('problems' in next) return { ok: false, problems: next.problems }
      const { layer } = next
      layers.push(layer)
      if (layer.spec.extends === undefined) return { ok: true, configuration: whole(layers) }
      const { place } = layer.source
      if (place !== undefined) passed.add(place)
      next = this.#extended(layer, layer.spec.extends, passed)
    }
  }

  /** What a layer extends. */
  #extended({ source }: Layer, name: string, passed: ReadonlySet<string>): LayerResult {
    const { place } = source
    const refuse = (message: string) => ({ problems: [locateProblem({ path: 'spec.extends', message }, source)] })
    if (place === undefined) return { problems: [locateProblem(NOTHING_TO_EXTEND, source)] }
    const target = this.#files.resolve(place, name)
    if ('reason' in target) return refuse(target.reason)
    const shown = JSON.stringify(this.#files.show(target.place))
    if (passed.has(target.place)) {
      const circle = [...passed].slice([...passed].indexOf(target.place)).map((one) => this.#files.show(one))
      return refuse(`must not lead in a circle: ${[...circle, this.#files.show(target.place)].join(' → ')}`)
    }
    const found = this.#files.read(target.place)
    if (!found) return refuse(`must name a file, and ${shown} is not there`)
    if ('reason' in found) return refuse(`must name a file, and ${shown} ${found.reason}`)
    return this.#layerAt(target.place) ?? refuse(`must name a GoldenImages, and ${shown} holds none`)
  }

  #layerAt(place: string): LayerResult | undefined {
    if (this.#layers.has(place)) return this.#layers.get(place)
    const layer = this.#readLayer(place)
    this.#layers.set(place, layer)
    return layer
  }

  #readLayer(place: string): LayerResult | undefined {
    const found = this.#files.read(place)
    if (!found) return undefined
    if ('reason' in found) {
      this.#leaveOut(place, found.reason)
      return undefined
    }
    const file = this.#files.show(place)
    const read = findConfigurationIn(found.text, file)
    if (!read?.ok) return read && { problems: [read.problem] }
    return checkLayer({ item: read.item, file, place })
  }
}

function checkLayer(source: ConfigurationSource): LayerResult {
  const checked = checkConfiguration(objectIn(source))
  if (checked.ok) return { layer: { source, spec: checked.spec } }
  return { problems: checked.problems.map((problem) => locateProblem(problem, source)) }
}

function objectIn({ item, within }: ConfigurationSource): JsonObject {
  return within === undefined ? item.value() : (objectAt(item.value(), within) ?? {})
}

function locateProblem(
  problem: ConfigurationProblem,
  { item, file, within }: ConfigurationSource,
): ConfigurationProblem {
  const position = locatorFinder()(item)(within === undefined ? problem.path : `${within}.${problem.path}`)
  return {
    ...problem,
    file,
    ...(position && { place: { line: position.line, column: position.column } }),
  }
}

/** The layers as one, the first of which says the last word. */
function whole(layers: readonly Layer[]): LoadedConfiguration {
  const [own, ...extended] = layers
  const specs = layers.map(({ spec }) => spec)
  const spec = specs.reduceRight((base, over) => overlaySpec(base, over), {})
  const { extends: _, ...rest } = spec
  const value = own ? objectIn(own.source) : {}
  return {
    file: own?.source.file ?? '',
    extended: extended.map(({ source }) => source.file),
    value: extended.length === 0 ? value : { ...value, spec: toJson(rest) },
    settings: settingsOf(spec),
  }
}
