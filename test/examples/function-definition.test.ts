/** What catalogs read of the function says what is so. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { toOpenApi } from '../../scripts/open-api.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DEFINITION = resolve(ROOT, 'functions/golden-images/krm-function-definition.yaml')
const METADATA = resolve(ROOT, 'functions/golden-images/metadata.yaml')
const SCHEMA_PATH = ['spec', 'versions', 0, 'schema', 'openAPIV3Schema']

test('the definition has the schema of the functionConfig', () => {
  const schema: unknown = JSON.parse(readFileSync(resolve(ROOT, 'schemas/golden-images.schema.json'), 'utf8'))
  const expected = toOpenApi(schema)
  const definition: unknown = parse(readFileSync(DEFINITION, 'utf8'))
  expect(definition, 'npm run generate').toHaveProperty(SCHEMA_PATH.join('.'), expected)
})

test('both name the image, and alone on their line, where a release puts its registry and digest', () => {
  for (const file of [METADATA, DEFINITION]) expect(readFileSync(file, 'utf8')).toMatch(/^ *image: golden-images$/m)
})

test('the addresses that catalogs follow are there', () => {
  const metadata: unknown = parse(readFileSync(METADATA, 'utf8'))
  const definition: unknown = parse(readFileSync(DEFINITION, 'utf8'))
  const addresses = JSON.stringify([metadata, definition]).match(/"(?:examples|functions|schemas)\/[^"]+"/g) ?? []
  expect(addresses.length).toBeGreaterThan(10)
  expect(addresses.filter((address) => !existsSync(resolve(ROOT, address.slice(1, -1))))).toEqual([])
})
