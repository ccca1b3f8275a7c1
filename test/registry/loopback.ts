/** The registries of the tests, all on loopback. */
import { readFileSync } from 'node:fs'
import { Agents } from '../../src/registry/agents.ts'
import type { FindCredentials } from '../../src/registry/credentials.ts'
import { nodeTransport } from '../../src/registry/node-transport.ts'
import { Registries } from '../../src/registry/registries.ts'
import { catalogue } from '../fixtures/registry/server/catalogue.mjs'
import { Tokens } from '../fixtures/registry/server/token-server.mjs'

const CERTIFICATES = 'test/fixtures/registry/certificates'

function certificate(name: string): string {
  return readFileSync(`${CERTIFICATES}/${name}`, 'utf8')
}

export const AUTHORITY_FILE = `${CERTIFICATES}/ca.crt`
export const TLS = { key: certificate('server.key'), cert: certificate('server.crt') }
export const USERS = { reader: 'reader-secret' }

export function tokens(options: { anonymous?: boolean; seconds?: number } = {}): Tokens {
  const refreshTokens = { 'refresh-me': 'reader' }
  return new Tokens({
    key: certificate('token.key'),
    cert: certificate('token.crt'),
    users: USERS,
    refreshTokens,
    ...options,
  })
}

export const STORE = catalogue()

export const asReader: FindCredentials = async () => ({
  credentials: { kind: 'password', user: 'reader', password: 'reader-secret' },
  file: 'auth.json',
})

const AUTHORITIES = [certificate('ca.crt')]

/** Asks as the program does, with little patience. */
export function registries(findCredentials: FindCredentials, isInsecure = false) {
  const agents = new Agents(() => ({ authorities: AUTHORITIES, isInsecure }))
  const transport = nodeTransport(agents, { silence: 1500, whole: 4000 })
  return new Registries({ transport, findCredentials, isInsecure: () => isInsecure, jobs: 8 })
}
