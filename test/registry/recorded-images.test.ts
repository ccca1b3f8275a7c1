import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { IMPORTERS, type Wish, wishFor, wishOf } from '../../src/operators/cdi/choose-image.ts'
import { DocumentReader, type ImageSource } from '../../src/registry/image-documents.ts'
import { type Imported, importWish } from '../../src/registry/import-wish.ts'
import { inspectImage } from '../../src/registry/inspect-image.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'

interface Document {
  digest: string
  mediaType: string
  body: string
}

interface Answer {
  manifest?: string
  imported?: boolean
  error?: string
}

interface Case {
  id: string
  input: {
    registry: { url: string; platform?: { architecture: string } }
    root?: { digest: string; mediaType: string }
    documents: Document[]
  }
  expected: Answer & { otherImporters?: { [importer: string]: Answer } }
}

function readCases(file: string): Case[] {
  const lines = readFileSync(`test/fixtures/conformance/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line): Case => JSON.parse(line))
}

/** Layers are not read, and Docker's first schema neither. */
const LIMITS = /no-disk|schema1/
const CASES = ['named-images', 'random-images']
  .flatMap(readCases)
  .filter(({ id, input, expected }) => input.root && expected.manifest !== undefined && !LIMITS.test(id))

/** The importer's words, by the code. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/no image found in/, 'not-in-image'],
  [/doesn't match requested architecture/, 'config-contradicts'],
  [/unsupported image-specific operation/, 'config-contradicts'],
  [/^bootc image/, 'bootc'],
  [/StatusCode: 404/, 'not-found'],
  [/unsupported schema version/, 'not-an-image'],
  [/invalid character/, 'unreadable'],
]

function answersOf({ root, documents }: Case['input']): ImageSource {
  const find = (digest: string): Document => {
    const found = documents.find((document) => document.digest === digest)
    if (!found) throw new RegistryError('not-found', {}, true)
    return found
  }
  return {
    manifest: async (reference) => {
      const document = find(reference === 'latest' ? (root?.digest ?? '') : reference)
      const contentType = reference === 'latest' ? root?.mediaType : document.mediaType
      return { digest: document.digest, contentType, text: document.body }
    },
    config: async (digest) => find(digest).body,
  }
}

/** The digest that the address names, or a tag. */
function referenceOf({ registry }: Case['input']): string {
  return registry.url.split('@')[1] ?? 'latest'
}

async function importFrom(input: Case['input'], wish: Wish): Promise<Imported | { ok: false; code: string }> {
  const reader = new DocumentReader(answersOf(input))
  try {
    return await importWish(reader, await reader.manifest(referenceOf(input)), wish)
  } catch (error) {
    if (error instanceof RegistryError) return { ok: false, code: error.code }
    throw error
  }
}

function expectAnswer(imported: Awaited<ReturnType<typeof importFrom>>, { manifest, error }: Answer) {
  const [, code] = WORDS.find(([words]) => words.test(error ?? '')) ?? [undefined, error]
  expect(imported).toMatchObject(error === undefined ? { ok: true } : { ok: false, code })
  if (manifest !== undefined && 'manifest' in imported) expect(imported.manifest).toBe(manifest)
}

describe('what CDI imports', () => {
  test.for(CASES.map((one) => [one.id, one] as const))('%s', async ([, { input, expected }]) => {
    const asked = input.registry.platform?.architecture
    expectAnswer(await importFrom(input, asked ? wishFor(asked) : wishOf('amd64')), expected)
    for (const [importer, answer] of Object.entries(expected.otherImporters ?? {})) {
      const known = IMPORTERS.find((name) => name === importer)
      const imported = await importFrom(input, wishOf(known ?? 'amd64'))
      // Of the other importers only the choice was recorded.
      if (answer.error !== undefined) expectAnswer(imported, answer)
      else expect(imported).toMatchObject({ manifest: answer.manifest })
    }
  })

  const named = CASES.filter(({ input }) => input.registry.platform?.architecture)
  test.for(named.map((one) => [one.id, one] as const))('%s is in the list', async ([, { input, expected }]) => {
    const asked = input.registry.platform?.architecture ?? ''
    const inspecting = inspectImage(answersOf(input), referenceOf(input))
    if (!expected.imported) {
      const architectures = await inspecting.then((image) => image.architectures).catch(() => [])
      expect(architectures).not.toContain(asked)
    } else expect((await inspecting).architectures).toContain(asked)
  })
})
