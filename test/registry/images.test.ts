import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectImage } from '../../src/registry/inspect-image.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'
import { type Server, startRegistry } from '../fixtures/registry/server/server.mjs'
import { asReader, registries, STORE, TLS } from './loopback.ts'

interface Case {
  case: string
  cdiImports: string[]
  expected: { error?: string; detail?: string; digest?: string; architectures?: string[] }
  otherThanCdi?: string
}

const CASES = readFileSync('test/fixtures/registry/images.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))
/** What CDI was asked for. */
const ASKED = ['amd64', 'arm64', 's390x', 'ppc64le', 'riscv64', 'arm']

let server: Server

beforeAll(async () => {
  server = await startRegistry({ store: STORE, tls: TLS })
})
afterAll(() => server.close())

async function inspect(name: string, shallow = false) {
  const source = await registries(asReader).repository(server.address, `cases/${name}`)
  try {
    const { platforms: _, importers: __, ...image } = await inspectImage(source, 'latest', { shallow })
    return image
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { error: error.code, ...(error.facts.detail !== undefined && { detail: error.facts.detail }) }
  }
}

describe('what a lock says of an image', () => {
  test.for(CASES.map((one) => [one.case, one] as const))(
    '%s',
    async ([name, { expected, cdiImports, otherThanCdi }]) => {
      expect(await inspect(name)).toEqual(expected)
      if (otherThanCdi === undefined) {
        expect((expected.architectures ?? []).filter((one) => ASKED.includes(one)).sort()).toEqual(
          [...cdiImports].sort(),
        )
      }
    },
  )
})

test('a shallow look believes the index, with one request', async () => {
  server.requests.length = 0
  const image = await inspect('lying-index', true)
  expect(image).toMatchObject({ architectures: ['amd64', 'arm64', 's390x'], problems: [] })
  expect(server.requests.map(({ url }) => url)).toEqual(['/v2/cases/lying-index/manifests/latest'])
})
