import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonBootImages } from '../../src/cluster/common-boot-images.generated.js'
import { commonBootImagesSchema } from '../../src/cluster/common-boot-images-schema.ts'
import { isGoldenImages } from '../../src/config/golden-images.generated.js'
import { goldenImagesSchema } from '../../src/config/golden-images-schema.ts'

const GOLDEN_IMAGES = {
  apiVersion: 'golden-images.dev/v1alpha1',
  kind: 'GoldenImages',
  metadata: { name: 'golden-images', annotations: { a: 'b' } },
  spec: {
    mode: 'validate',
    failOn: 'never',
    returnItems: 'all',
    hyperconvergedVersion: '1.18',
    goldenImagesNamespace: 'images',
    commonBootImages: [{ metadata: { name: 'a' } }],
    architectures: { workload: ['amd64'], controlPlane: [] },
    emit: { dataSources: true, localConfig: false, labels: { a: 'b' }, annotations: {} },
    rules: { 'switch-on-single-architecture': 'off', 'unknown-field': 'info' },
    ignore: [{ rule: 'unknown-field', reason: 'known', template: 't', cluster: 'c' }],
  },
}
const COMMON_BOOT_IMAGES = {
  apiVersion: 'golden-images.dev/v1alpha1',
  kind: 'CommonBootImages',
  metadata: { name: 'common' },
  spec: {
    dataImportCronTemplates: [
      { metadata: { name: 'a' }, spec: { managedDataSource: 'a', schedule: '', template: { spec: {} } } },
    ],
  },
}

const SURPRISES = [
  '',
  ' ',
  '\n',
  'x',
  'off',
  '1.20',
  0,
  1.2,
  true,
  null,
  [],
  [''],
  ['x'],
  [1],
  {},
  { x: 'y' },
  { x: 1 },
]

/** The JSON text with one value replaced, or one member taken away, added or renamed, wherever that is. */
function withOneChange(text: string): fc.Arbitrary<unknown> {
  const places: string[][] = []
  const visit = (value: unknown, path: string[]): void => {
    places.push(path)
    if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value)) visit(child, [...path, key])
  }
  visit(JSON.parse(text), [])
  const change = fc.oneof(
    fc.record({ act: fc.constant('set' as const), value: fc.constantFrom(...SURPRISES) }),
    fc.record({ act: fc.constant('delete' as const), value: fc.constant(undefined) }),
    fc.record({ act: fc.constant('add' as const), value: fc.constantFrom(...SURPRISES) }),
  )
  return fc.tuple(fc.constantFrom(...places), change).map(([path, { act, value }]) => {
    const changed = (here: unknown, depth: number): unknown => {
      if (depth === path.length && act === 'set') return value
      if (typeof here !== 'object' || here === null) return here
      const key = path[depth]
      if (depth === path.length) return Array.isArray(here) ? [...here, value] : { ...here, added: value }
      const entries = Object.entries(here).flatMap(([name, child]) => {
        if (name !== key) return [[name, child] as const]
        return act === 'delete' && depth === path.length - 1 ? [] : [[name, changed(child, depth + 1)] as const]
      })
      return Array.isArray(here) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
    }
    return changed(JSON.parse(text), 0)
  })
}

describe('a compiled schema says what zod says', () => {
  test('of GoldenImages', () => {
    expect(isGoldenImages(GOLDEN_IMAGES)).toBe(true)
    fc.assert(
      fc.property(withOneChange(JSON.stringify(GOLDEN_IMAGES)), (config) => {
        expect(isGoldenImages(config)).toBe(goldenImagesSchema.safeParse(config).success)
      }),
      { numRuns: 2000 },
    )
  })

  test('of CommonBootImages', () => {
    expect(isCommonBootImages(COMMON_BOOT_IMAGES)).toBe(true)
    fc.assert(
      fc.property(withOneChange(JSON.stringify(COMMON_BOOT_IMAGES)), (item) => {
        expect(isCommonBootImages(item)).toBe(commonBootImagesSchema.safeParse(item).success)
      }),
      { numRuns: 2000 },
    )
  })
})
