/**
 * Which entry of an index CDI's importer takes, os `linux` always.
 * Source: CDI pkg/importer/transport.go (getPlatformSystemContext, validateImagePlatformMatch); containers/image
 * internal/pkg/platform/platform_matcher.go (WantedPlatforms), internal/manifest/oci_index.go (chooseInstance),
 * internal/manifest/docker_schema2_list.go (ChooseInstance).
 */
import { type JsonObject, stringAt } from '../../json/json.ts'
import type { ImageIndex, IndexEntry } from './manifest.ts'

/** Where an importer runs that is asked for no architecture. */
export const IMPORTERS = ['amd64', 'arm64', 's390x'] as const

type Importer = (typeof IMPORTERS)[number]

/** What an import asks for. */
export interface Wish {
  /** What is written; `''` where none is. */
  readonly architecture: string
  /** Acceptable platforms, best first. */
  readonly platforms: readonly { readonly architecture: string; readonly variant: string }[]
}

const VARIANTS: { readonly [architecture: string]: readonly string[] } = {
  arm64: ['', 'v8'],
  arm: ['', 'v8', 'v7', 'v6', 'v5'],
}

/** The wish of a registry source with `platform.architecture`. */
export function wishFor(architecture: string): Wish {
  const variants = Object.hasOwn(VARIANTS, architecture) ? VARIANTS[architecture] : undefined
  return { architecture, platforms: (variants ?? ['']).map((variant) => ({ architecture, variant })) }
}

/** The wish of a registry source that names none: what the importer's machine is. */
export function wishOf(importer: Importer): Wish {
  // An ARMv8 machine knows its own variant, and prefers it.
  const variants = importer === 'arm64' ? ['v8', ''] : ['']
  return { architecture: '', platforms: variants.map((variant) => ({ architecture: importer, variant })) }
}

/** Undefined when the index has nothing for the wish. */
export function chooseEntry({ docker, entries }: ImageIndex, { platforms }: Wish): IndexEntry | undefined {
  for (const wanted of platforms) {
    const equals = entries.filter(
      ({ platform }) =>
        platform !== undefined &&
        stringAt(platform, 'os') === 'linux' &&
        (stringAt(platform, 'architecture') ?? '') === wanted.architecture &&
        (stringAt(platform, 'variant') ?? '') === wanted.variant,
    )
    const [first] = equals
    if (first) return docker ? first : (equals.find(({ zstd }) => zstd) ?? first)
  }
  return docker ? undefined : lastResort(entries)
}

function lastResort(entries: readonly IndexEntry[]): IndexEntry | undefined {
  const without = entries.filter(({ platform }) => platform === undefined)
  return without.find(({ zstd }) => zstd) ?? without[0]
}

/** The architecture by which CDI could find an entry; undefined where nothing leads to it by name. */
export function offeredArchitecture(platform: JsonObject): string | undefined {
  return (stringAt(platform, 'os') === 'linux' && stringAt(platform, 'architecture')) || undefined
}
