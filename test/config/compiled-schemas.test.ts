import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonBootImages } from '../../src/cluster/common-boot-images.generated.js'
import { commonBootImagesSchema } from '../../src/cluster/common-boot-images-schema.ts'
import { isGoldenImages } from '../../src/config/golden-images.generated.js'
import { goldenImagesSchema } from '../../src/config/golden-images-schema.ts'
import { withOneChange } from '../with-one-change.ts'

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
