import { describe, expect, test } from 'vitest'
import { chooseRelease } from '../../src/cluster/choose-release.ts'
import { findRelease, NEWEST_RELEASE, RELEASE_VERSIONS } from '../../src/cluster/release.ts'
import type { JsonObject } from '../../src/json/json.ts'

function ofStatus(version: string): JsonObject {
  return {
    status: {
      versions: [
        { name: 'other', version: '9.9.9' },
        { name: 'operator', version },
      ],
    },
  }
}

describe('the release of a cluster', () => {
  test.for([
    ['4.22.9', '1.18', true],
    ['4.18.2', '1.14', true],
    ['4.20.0-rc.1', '1.16', true],
    ['1.17.1', '1.17', true],
    ['v1.19.0', NEWEST_RELEASE.version, true],
    ['5.0.1', '1.19', true],
    ['4.9.7', '1.6', false],
    ['4.31.0', '1.20', false],
    ['1.25.0', '1.20', false],
  ] as const)('is read from a status of %s', ([version, expected, exact]) => {
    const { release, ...chosen } = chooseRelease(undefined, ofStatus(version))
    if (version.startsWith('v')) expect(chosen.source).toBe('newest')
    else expect({ ...chosen, version: release.version }).toMatchObject({ source: 'status', version: expected, exact })
  })

  test.for(['', 'main', '4', '4.x.1', '1.18.2.3', '6.0.1'])('is not read from a status of %j', (version) => {
    expect(chooseRelease(undefined, ofStatus(version))).toMatchObject({ source: 'newest', release: NEWEST_RELEASE })
  })

  test('is what the configuration says, in either numbering, before the status', () => {
    const chosen = chooseRelease('4.20', ofStatus('4.18.2'))
    expect(chosen).toMatchObject({ source: 'configuration', written: '4.20', product: true, patch: undefined })
    expect(chosen.release).toEqual(findRelease('1.16'))
    expect(chooseRelease('1.19', {})).toMatchObject({ product: false, release: { version: '1.19' } })
  })
})

describe('a release', () => {
  test('has a number of the product, four ahead of HCO', () => {
    expect(findRelease('4.20')?.version).toBe('1.16')
    expect(findRelease('5.0')?.version).toBe('1.19')
    expect(findRelease('1.10')?.productVersion).toBe('4.14')
    for (const unknown of ['1.5', '1.21', '4.9', '4.24', '4.2', '5.1', '1.18.2', '04.20', '4.020']) {
      expect(findRelease(unknown), unknown).toBeUndefined()
    }
    expect(RELEASE_VERSIONS.map((version) => findRelease(version)?.version)).not.toContain(undefined)
  })

  test.for([
    ['1.14', { hasMultiArch: false, readsCommonBootGate: true, servesV1: false }],
    ['1.15', { hasMultiArch: false, readsCommonBootGate: false, servesV1: false }],
    ['1.16', { hasMultiArch: true, readsCommonBootGate: false, defaultsRetention: false }],
    ['1.18', { servesV1: true, defaultsRetention: true, hasMultiArchField: false }],
  ] as const)('%s is what it is', ([version, expected]) => {
    expect(findRelease(version)).toMatchObject(expected)
  })
})
