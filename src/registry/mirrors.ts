/** Mirrors as the nodes of a cluster have them. */
import { parse, TomlError } from 'smol-toml'
import { isJsonObject, type JsonObject, type JsonValue, listAt, member, stringAt } from '../json/json.ts'
import { isDigest } from '../operators/cdi/registry-reference.ts'
import { RegistryError } from './registry-error.ts'

/** Which references a mirror has. */
type Kind = 'tag' | 'digest'

export interface MirrorRule {
  /** A host, or a host and the start of a repository; `*.` before it: every host below. */
  readonly source: string
  /** Where the source's own repositories are; most often the source. */
  readonly location: string
  readonly mirrors: readonly { readonly location: string; readonly kinds: readonly Kind[] }[]
  /** Nobody asks the source itself. */
  readonly isSourceLeftOut: boolean
}

/** A place to ask for an image; `via` is that place where it is not the address's own. */
export interface Route {
  readonly host: string
  readonly repository: string
  readonly via?: string
}

const BOTH: readonly Kind[] = ['tag', 'digest']

/** Version 2 of containers-registries.conf(5). Throws a RegistryError for what is none. */
export function mirrorsOfConfiguration(text: string): MirrorRule[] {
  const value = parseToml(text)
  return listAt(value, 'registry').flatMap((registry) => {
    const location = stringAt(registry, 'location') ?? stringAt(registry, 'prefix') ?? ''
    const source = stringAt(registry, 'prefix') ?? location
    const digestsOnly = member(registry, 'mirror-by-digest-only') === true
    const mirrors = listAt(registry, 'mirror').map((mirror) => ({
      location: stringAt(mirror, 'location') ?? '',
      kinds: kindsOf(stringAt(mirror, 'pull-from-mirror') ?? (digestsOnly ? 'digest-only' : 'all')),
    }))
    if (source === '') return []
    return [{ source, location, mirrors, isSourceLeftOut: member(registry, 'blocked') === true }]
  })
}

function kindsOf(written: string): readonly Kind[] {
  return written === 'digest-only' ? ['digest'] : written === 'tag-only' ? ['tag'] : BOTH
}

function parseToml(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(JSON.stringify(parse(text)))
    return value
  } catch (error) {
    if (error instanceof TomlError) throw new RegistryError('unreadable', { detail: 'it must be TOML' })
    throw error
  }
}

const SETS: { readonly [kind: string]: { readonly list: string; readonly kinds: readonly Kind[] } } = {
  ImageTagMirrorSet: { list: 'imageTagMirrors', kinds: ['tag'] },
  ImageDigestMirrorSet: { list: 'imageDigestMirrors', kinds: ['digest'] },
  ImageContentSourcePolicy: { list: 'repositoryDigestMirrors', kinds: ['digest'] },
}

/** OpenShift's: tags follow an ImageTagMirrorSet alone. */
export function mirrorsOfObject(object: JsonObject): MirrorRule[] {
  const kind = stringAt(object, 'kind') ?? ''
  const set = Object.hasOwn(SETS, kind) ? SETS[kind] : undefined
  if (!set) return []
  return listAt(object, 'spec', set.list)
    .filter(isJsonObject)
    .flatMap((entry) => {
      const source = stringAt(entry, 'source') ?? ''
      const mirrors = listAt(entry, 'mirrors').filter((mirror) => typeof mirror === 'string')
      const isSourceLeftOut = stringAt(entry, 'mirrorSourcePolicy') === 'NeverContactSource'
      const located = mirrors.map((location) => ({ location, kinds: set.kinds }))
      return source === '' ? [] : [{ source, location: source, mirrors: located, isSourceLeftOut }]
    })
}

/** Where to ask, in this order. The closest source counts, with all rules that name it. */
export function routesTo(
  rules: readonly MirrorRule[],
  { host, repository, reference }: { host: string; repository: string; reference: string },
): Route[] {
  const name = `${host}/${repository}`
  const kind = isDigest(reference) ? 'digest' : 'tag'
  const fitting = rules.filter(({ source }) => restBehind(name, source) !== undefined)
  const longest = Math.max(0, ...fitting.map(({ source }) => source.length))
  const closest = fitting.filter(({ source }) => source.length === longest)
  const mirrored = closest.flatMap(({ source, mirrors }) =>
    mirrors
      .filter(({ kinds }) => kinds.includes(kind))
      .map(({ location }) => `${location}${restBehind(name, source) ?? ''}`),
  )
  const [moved] = closest.filter(({ source, location }) => source !== location)
  const own = moved ? `${moved.location}${restBehind(name, moved.source) ?? ''}` : name
  const isLeftOut = mirrored.length > 0 && closest.some(({ isSourceLeftOut }) => isSourceLeftOut)
  const mark = kind === 'digest' ? '@' : ':'
  return [...mirrored, ...(isLeftOut ? [] : [own])].map((place) => {
    const slash = place.indexOf('/')
    const via = place === name ? {} : { via: `${place}${mark}${reference}` }
    return { host: place.slice(0, slash), repository: place.slice(slash + 1), ...via }
  })
}

/** What is left of a name behind a source; undefined where it is another's. */
function restBehind(name: string, source: string): string | undefined {
  if (source.startsWith('*.')) {
    const slash = name.indexOf('/')
    return name.slice(0, slash).endsWith(source.slice(1)) ? name.slice(slash) : undefined
  }
  const rest = name.slice(source.length)
  return name.startsWith(source) && (rest === '' || rest.startsWith('/')) ? rest : undefined
}
