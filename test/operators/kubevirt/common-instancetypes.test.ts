import { expect, test } from 'vitest'
import { kubeVirtRelease } from '../../../src/cluster/kubevirt-release.ts'
import { commonInstancetypes, commonPreferences } from '../../../src/operators/kubevirt/common-instancetypes.ts'

const preference = (name: string, minor: number) =>
  commonPreferences(kubeVirtRelease(minor)).get(`virtualmachineclusterpreference /${name}`)

test('from KubeVirt 1.9 on some common preferences are for one architecture', () => {
  expect(preference('fedora', 9)?.preferredArchitecture).toBe('amd64')
  expect(preference('rhel.9.s390x', 9)?.requirements).toEqual({ architecture: 's390x', cpus: 1, memory: '1.5Gi' })
  expect(preference('ubuntu', 9)?.preferredArchitecture).toBe('')
  expect(preference('fedora', 8)?.preferredArchitecture).toBe('')
  const named = [...commonPreferences(kubeVirtRelease(9)).values()].filter((one) => one.preferredArchitecture !== '')
  expect([commonPreferences(kubeVirtRelease(9)).size, named.length]).toEqual([54, 12])
})

test('the common instance types have CPUs and memory', () => {
  expect(commonInstancetypes().get('virtualmachineclusterinstancetype /u1.medium')).toMatchObject({
    cpus: 1,
    memory: '4Gi',
  })
  expect(commonInstancetypes().size).toBe(65)
})
