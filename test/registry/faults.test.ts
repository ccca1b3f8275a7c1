import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectImage } from '../../src/registry/inspect-image.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'
import { type Server, startRegistry, startSpy } from '../fixtures/registry/server/server.mjs'
import { asReader, registries, STORE, TLS, tokens } from './loopback.ts'

interface Fault {
  fault: string
  expected: { error?: string; facts?: { what?: string; detail?: string; status?: number } }
  requests: number
  spyRequests: number
  credentialsSeenBySpy: number
}

const FAULTS = readFileSync('test/fixtures/registry/faults.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Fault => JSON.parse(line))

let server: Server
let spies: Server[]

beforeAll(async () => {
  server = await startRegistry({ store: STORE, tls: TLS, tokens: tokens() })
  spies = [await startSpy({ store: STORE }), await startSpy({ store: STORE, tls: TLS })]
  const [spy, spyTls] = spies
  Object.assign(server.context, { spy: spy?.url, spyTls: spyTls?.url })
})
afterAll(() => Promise.all([server, ...spies].map((one) => one.close())))

async function inspect(fault: string) {
  const source = await registries(asReader).repository(server.address, `faults/${fault}`)
  try {
    const { architectures, problems } = await inspectImage(source, 'latest')
    return { architectures, problems }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    const { host, realm, file: _, ...facts } = error.facts
    expect(host).toBe(server.address)
    return { error: error.code, facts: { host: 'HOST', ...(realm !== undefined && { realm: 'HOST' }), ...facts } }
  }
}

describe('a registry that', () => {
  test.for(FAULTS.map((one) => [one.fault, one] as const))('%s', async ([fault, expected]) => {
    for (const { requests } of [server, ...spies]) requests.length = 0
    const { what: _, ...facts } = expected.expected.facts ?? {}
    const answer = await inspect(fault)
    expect(answer).toEqual({ ...expected.expected, ...(expected.expected.facts && { facts }) })
    expect(server.requests.length).toBeLessThanOrEqual(expected.requests)
    const seen = spies.flatMap(({ requests }) => requests)
    expect(seen.length).toBeLessThanOrEqual(expected.spyRequests)
    expect(seen.filter(({ authorization }) => authorization !== undefined).length).toBe(expected.credentialsSeenBySpy)
    expect(JSON.stringify(answer)).not.toMatch(/reader|secret|Basic|Bearer/)
  })
})
