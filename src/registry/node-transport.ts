/** Exchanges over Node's own HTTP: the only place where a connection is opened. */
import { type LookupAddress, lookup } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type Agents, readProxy } from './agents.ts'
import { whyUnreachable } from './place-of-address.ts'
import { RegistryError } from './registry-error.ts'
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts'
import { asRegistryError } from './transport-failure.ts'

export interface Patience {
  /** Milliseconds without a byte. */
  readonly silence: number
  /** Milliseconds for a whole answer. */
  readonly whole: number
}

const LONGEST_HEADERS = 64 << 10
const AGENT = 'golden-images'

export function nodeTransport(agents: Agents, patience: Patience): Transport {
  return {
    send: (request) => exchange(agents, patience, request),
    wait: async (duration) => {
      await wait(duration)
    },
    now: () => performance.now(),
    random: Math.random,
  }
}

function exchange(agents: Agents, patience: Patience, asked: TransportRequest): Promise<TransportAnswer> {
  const { url, body } = asked
  return new Promise((resolve, reject) => {
    const request = start(agents, asked)
    const timers = watch(request, patience, url.host)
    const fail = (error: Error) => {
      timers.clear()
      request.destroy()
      try {
        reject(asRegistryError(error, url.host))
      } catch (unknown) {
        reject(unknown)
      }
    }
    request.on('error', fail)
    request.on('response', (response) => {
      timers.restart()
      const collected: Buffer[] = []
      const declared = Number(response.headers['content-length'] ?? 0)
      if (asked.method !== 'HEAD' && declared > asked.limit) return fail(tooLarge(asked))
      let size = 0
      response.on('data', (chunk: Buffer) => {
        timers.restart()
        size += chunk.length
        if (size > asked.limit) fail(tooLarge(asked))
        else collected.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () => {
        timers.clear()
        if (!response.complete) return fail(new RegistryError('cut-off', { host: url.host }))
        try {
          resolve(toAnswer(asked, response, Buffer.concat(collected)))
        } catch (error) {
          reject(error)
        }
      })
    })
    request.end(body)
  })
}

function start(agents: Agents, { method, url, headers, isLed }: TransportRequest): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const options: RequestOptions = {
    method,
    agent: agents.agentFor(url),
    headers: { 'user-agent': AGENT, 'accept-encoding': 'identity', ...headers },
    maxHeaderSize: LONGEST_HEADERS,
    // A proxy looks names up by itself.
    ...(isLed && !readProxy(url) && { lookup: guardedLookup }),
  }
  return send(url, options)
}

/** A name may resolve to an address to which no registry may lead. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = error ? undefined : addresses.map(({ address }) => whyUnreachable(address)).find(Boolean)
    if (error) callback(error, [])
    else if (refused === undefined) answerLookup(addresses, options.all ?? false, callback)
    else callback(new RegistryError('redirect-refused', { host: hostname, detail: refused }), [])
  })
}

function answerLookup(
  addresses: readonly LookupAddress[],
  all: boolean,
  callback: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses
  if (all || !first) callback(null, [...addresses])
  else callback(null, first.address, first.family)
}

function watch(request: ClientRequest, { silence, whole }: Patience, host: string) {
  const end = (detail: string) => () => request.destroy(new RegistryError('timed-out', { host, detail }))
  const onSilence = end(`silent for ${silence} ms`)
  let quiet = setTimeout(onSilence, silence)
  const total = setTimeout(end(`no whole answer in ${whole} ms`), whole)
  return {
    restart: () => {
      clearTimeout(quiet)
      quiet = setTimeout(onSilence, silence)
    },
    clear: () => {
      clearTimeout(quiet)
      clearTimeout(total)
    },
  }
}

function tooLarge({ url, limit }: TransportRequest): RegistryError {
  return new RegistryError('too-large', { host: url.host, detail: `over ${limit} bytes` })
}

function toAnswer(
  asked: TransportRequest,
  { statusCode = 0, headersDistinct, headers }: IncomingMessage,
  body: Buffer,
) {
  const written = Object.entries(headersDistinct).flatMap(([name, values]) => (values ? [[name, values] as const] : []))
  const isZipped = /^(x-)?gzip$/i.test(headers['content-encoding'] ?? '')
  return {
    status: statusCode,
    headers: new Map(written),
    body: isZipped && body.length > 0 ? unzip(asked, body) : body,
  }
}

/** Some compress although nobody asked for it. */
function unzip(asked: TransportRequest, body: Buffer): Buffer {
  try {
    return gunzipSync(body, { maxOutputLength: asked.limit })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(asked)
    throw new RegistryError('unreadable', { host: asked.url.host, detail: 'no gzip' })
  }
}
