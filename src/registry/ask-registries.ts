/** What a run asks of registries: all that opens connections is behind this function. */

import type { JsonObject } from '../json/json.ts'
import { Agents } from './agents.ts'
import { askImage, type ImageAnswer, type ImageRequest } from './ask-image.ts'
import { type AuthFile, readAuthFile } from './auth-file.ts'
import { credentialsOf, readAuthFiles } from './find-credentials.ts'
import { limiter } from './limiter.ts'
import { type MirrorRule, mirrorsOfConfiguration, mirrorsOfObject } from './mirrors.ts'
import { nodeTransport } from './node-transport.ts'
import { Registries } from './registries.ts'
import { RegistryError } from './registry-error.ts'
import { type TrustOptions, trustBy } from './trust.ts'

export interface AskOptions {
  readonly images: readonly ImageRequest[]
  /** Believes what an index says of itself. */
  readonly shallow: boolean
  /** Also what an import without an architecture would take. */
  readonly withImporters: boolean
  /** Requests at once, for each registry. */
  readonly jobs: number
  /** Seconds for a whole answer. */
  readonly timeout: number
  /** The only one to read; the usual ones where it is undefined. */
  readonly authFile: string | undefined
  /** Credentials of the input, and pull secrets. */
  readonly secrets: { readonly logins: readonly AuthFile[]; readonly texts: readonly NamedText[] }
  readonly trust: TrustOptions
  readonly mirrors: {
    /** `registries.conf`. */
    readonly configuration: string | undefined
    /** Mirror sets of OpenShift. */
    readonly objects: readonly JsonObject[]
  }
}

interface NamedText {
  readonly file: string
  readonly text: string
}

export type Asked =
  | { readonly ok: true; readonly answers: readonly ImageAnswer[] }
  /** Nothing was asked: a file that was named can't be used. */
  | { readonly ok: false; readonly file: string | undefined; readonly detail: string }

/** Longer than that no registry is silent. */
const LONGEST_SILENCE = 15

/** The answers in the order of the images. */
export async function askRegistries(options: AskOptions): Promise<Asked> {
  const agents = new Agents(trustBy(options.trust))
  try {
    return { ok: true, answers: await askAll(options, agents) }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { ok: false, file: error.facts.file, detail: error.facts.detail ?? error.code }
  } finally {
    agents.close()
  }
}

async function askAll(options: AskOptions, agents: Agents): Promise<ImageAnswer[]> {
  const { images, shallow, withImporters, jobs, timeout, authFile, secrets, trust } = options
  const rules = mirrorRules(options.mirrors)
  const registries = new Registries({
    transport: nodeTransport(agents, { silence: Math.min(timeout, LONGEST_SILENCE) * 1000, whole: timeout * 1000 }),
    findCredentials: credentialsOf([
      ...readAuthFiles(authFile, trust.environment),
      ...secrets.logins,
      ...secrets.texts.map(({ file, text }) => readAuthFile(text, file)),
    ]),
    isInsecure: (host) => trust.insecureHosts.includes(host),
    jobs,
  })
  const turns = new Map<string, ReturnType<typeof limiter>>()
  const inTurn = (host: string) => {
    const turn = turns.get(host) ?? limiter(jobs)
    turns.set(host, turn)
    return turn
  }
  return Promise.all(
    images.map((image) => inTurn(image.host)(() => askImage(registries, rules, image, { shallow, withImporters }))),
  )
}

function mirrorRules({ configuration, objects }: AskOptions['mirrors']): MirrorRule[] {
  return [
    ...(configuration === undefined ? [] : mirrorsOfConfiguration(configuration)),
    ...objects.flatMap(mirrorsOfObject),
  ]
}
