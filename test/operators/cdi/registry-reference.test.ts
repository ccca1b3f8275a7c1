import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importProblem, importUrl } from '../../../src/operators/cdi/import-url.ts'
import { parseRegistryUrl, type ReferenceResult } from '../../../src/operators/cdi/registry-reference.ts'

function readLines<T>(file: string): T[] {
  const lines = readFileSync(`test/fixtures/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line): T => JSON.parse(line))
}

/** The importer's words, by the problem. */
const WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/does not start with \/\/$/, ['slashes-missing']],
  [/both a tag and digest/, ['tag-and-digest']],
  [/must be lowercase/, ['upper-case', 'user']],
  [/64-byte hexadecimal/, ['hexadecimal-name']],
  [/more than 255/, ['name-too-long']],
  [/(unsupported|invalid checksum) digest/, ['digest-unusable']],
  [/unknown transport|colon-separated|^scheme$/, ['scheme']],
  [/invalid reference format$/, ['format', 'user', 'pinned']],
]

function problemsOf(error: string): readonly string[] {
  return WORDS.find(([words]) => words.test(error))?.[1] ?? [error]
}

function written(read: ReferenceResult): string {
  if (!read.ok) return read.problem
  const { host, repository, reference } = read.reference
  return `docker://${host}/${repository}${reference.includes(':') ? '@' : ':'}${reference}`
}

interface Address {
  url: string
  host?: string
  repository?: string
  reference?: string
  error?: string
}

describe('addresses as the importer reads them', () => {
  const addresses = readLines<Address>('registry/references')
  test.for(addresses.map((one) => [one.url, one] as const))('%s', ([url, { error, url: _, ...reference }]) => {
    const read = parseRegistryUrl(url)
    if (error === undefined) expect(read).toEqual({ ok: true, reference })
    else expect(problemsOf(error)).toContain(read.ok ? 'none' : read.problem)
  })
})

interface Recorded {
  id: string
  input: { registry: { url: string }; dataImportCron?: boolean; sourceDigest?: string; root?: object }
  expected: { reference?: string; dataVolumeUrl?: string; imported?: boolean; error?: string; sourceDigest?: string }
}

const recorded = ['named-references', 'random-references', 'named-images', 'random-images'].flatMap((file) =>
  readLines<Recorded>(`conformance/${file}`),
)

describe('addresses of a DataVolume', () => {
  const cases = recorded.filter(({ input }) => !input.dataImportCron && !input.registry.url.startsWith('oci-archive:'))
  test.for(cases.map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const read = parseRegistryUrl(input.registry.url)
    if (expected.reference !== undefined) expect(written(read)).toBe(expected.reference)
    else expect(problemsOf(expected.error ?? '')).toContain(written(read))
  })
})

describe('addresses of a DataImportCron', () => {
  const cases = recorded.filter(({ input }) => input.dataImportCron)
  test.for(cases.map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const { url } = input.registry
    const problem = importProblem(url)
    const { reference, dataVolumeUrl, error = '' } = expected
    if (/^oci-archive:/i.test(url)) {
      expect(problem).toBe('archive')
    } else if (dataVolumeUrl !== undefined && reference !== undefined) {
      expect(problem).toBeUndefined()
      expect(importUrl(url, expected.sourceDigest ?? '')).toBe(dataVolumeUrl)
      expect(written(parseRegistryUrl(dataVolumeUrl))).toBe(reference)
    } else if (dataVolumeUrl !== undefined) {
      expect(['tag-stays', 'pinned']).toContain(problem)
      expect(importUrl(url, expected.sourceDigest ?? '')).toBe(dataVolumeUrl)
    } else {
      expect(problemsOf(error.replace(/^polling: (Could not parse image: |failed to pull image: )?/, ''))).toContain(
        problem,
      )
    }
  })
})
