import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NEWEST_PRODUCT_SET, PRODUCT_SETS } from '../../src/cluster/openshift/product-sets.ts'
import { productSet, productTemplates } from '../../src/cluster/openshift/product-templates.ts'
import { findRelease, NEWEST_RELEASE } from '../../src/cluster/release.ts'
import { PRODUCT_DATA_SOURCES } from '../../src/operators/ssp/common-data-sources.ts'

interface CollectedRelease {
  release: string
  zStreams: string
  dataImportCronTemplates: object[]
  commonTemplateDataSources: { [architecture: string]: string[] }
}

/** The collected material, one template after the other; the operators' defaults and its ratings are left out. */
const COLLECTED: CollectedRelease[] = JSON.parse(readFileSync('test/fixtures/cluster/product-templates.json', 'utf8'))

describe('the common templates of OpenShift Virtualization', () => {
  test.for(COLLECTED.map((one, index) => [`${one.release}, ${one.zStreams}`, index] as const))('%s', ([, index]) => {
    const set = PRODUCT_SETS[index]
    expect(set?.release).toBe(COLLECTED[index]?.release)
    expect(set && productTemplates(set)).toEqual(COLLECTED[index]?.dataImportCronTemplates)
  })

  test('are collected whole', () => {
    expect(PRODUCT_SETS).toHaveLength(COLLECTED.length)
  })

  test.for([
    ['4.18', 2, 'rhel10-beta'],
    ['4.18', 23, 'rhel10'],
    ['4.18', undefined, 'rhel10'],
    ['4.22', 9, 'rhel10'],
  ] as const)('of %s with z-stream %s have %s', ([version, patch, dataSource]) => {
    expect(productSet(findRelease(version) ?? NEWEST_RELEASE, patch).dataSources).toContain(dataSource)
  })

  test('are the newest known for a release of which none are', () => {
    expect(productSet(NEWEST_RELEASE, undefined)).toBe(NEWEST_PRODUCT_SET)
  })

  test('every set says on what it rests, and the page on the product has it', () => {
    const page = readFileSync('docs/openshift.md', 'utf8')
    for (const { release, zStreams, dataSources, ratings } of PRODUCT_SETS) {
      expect(page).toContain(`| ${release} | ${zStreams} | ${dataSources.join(', ')} | ${ratings.set} |`)
    }
  })
})

describe('the DataSources of its VM templates', () => {
  test.for(['amd64', 'arm64', 's390x'] as const)('for %s', (architecture) => {
    const newest = COLLECTED.at(-1)?.commonTemplateDataSources[architecture]
    const made = [...PRODUCT_DATA_SOURCES].filter(([, architectures]) => architectures.includes(architecture))
    expect(made.map(([name]) => name).sort()).toEqual(newest)
  })
})
