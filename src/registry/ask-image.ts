/** What the registries say of one address. */
import { type InspectedImage, type InspectOptions, inspectImage } from './inspect-image.ts'
import { type MirrorRule, type Route, routesTo } from './mirrors.ts'
import type { Registries, Repository } from './registries.ts'
import { RegistryError, type RegistryErrorCode, type RegistryErrorFacts } from './registry-error.ts'

export interface ImageRequest {
  readonly host: string
  readonly repository: string
  /** A tag, or a digest. */
  readonly reference: string
  /** Architectures to try besides those that the image offers. */
  readonly asked: readonly string[]
  /** What is known: when the registry still leads there, no more is asked. */
  readonly known?: { readonly digest: string; readonly via?: string }
}

export type ImageAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'image'; readonly image: InspectedImage; readonly via?: string }
  /** A fact: no such image, or nothing that CDI could read. */
  | {
      readonly kind: 'none'
      readonly code: RegistryErrorCode
      readonly facts: RegistryErrorFacts
      readonly via?: string
    }
  /** It says nothing of the image. */
  | { readonly kind: 'failure'; readonly code: RegistryErrorCode; readonly facts: RegistryErrorFacts }

type Depth = Omit<InspectOptions, 'asked'>

/** Asks the mirrors first, where there are rules, and then the address's own registry. */
export async function askImage(
  registries: Registries,
  rules: readonly MirrorRule[],
  request: ImageRequest,
  options: Depth,
): Promise<ImageAnswer> {
  let fact: ImageAnswer | undefined
  let failure: ImageAnswer | undefined
  for (const route of routesTo(rules, request)) {
    const answer = await askAt(registries, route, request, options)
    if (answer.kind === 'unchanged' || answer.kind === 'image') return answer
    if (answer.kind === 'none') fact = answer
    else failure = answer
    // The address's own registry has the last word.
    if (route.via === undefined) return answer
  }
  return failure ?? fact ?? { kind: 'failure', code: 'unreachable', facts: { host: request.host } }
}

async function askAt(
  registries: Registries,
  { host, repository, via }: Route,
  request: ImageRequest,
  options: Depth,
): Promise<ImageAnswer> {
  const at = via === undefined ? {} : { via }
  try {
    const source = await registries.repository(host, repository)
    if (await isUnchanged(source, request, via)) return { kind: 'unchanged' }
    const image = await inspectImage(source, request.reference, { ...options, asked: request.asked })
    return { kind: 'image', image, ...at }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    const { code, isAboutImage } = error
    const facts = { host, ...error.facts }
    return isAboutImage ? { kind: 'none', code, facts, ...at } : { kind: 'failure', code, facts }
  }
}

async function isUnchanged(source: Repository, { known, reference }: ImageRequest, via: string | undefined) {
  if (!known || known.via !== via) return false
  return (await source.head(reference)) === known.digest
}
