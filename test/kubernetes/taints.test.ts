import { expect, test } from 'vitest'
import { type Taint, toleratesNode } from '../../src/kubernetes/taints.ts'

const taint = (effect: string, value = ''): Taint => ({ key: 'dedicated', value, effect })

test.for([
  ['nothing keeps a pod away', [], false, [], true],
  ['a taint does', [taint('NoSchedule')], false, [], false],
  ['a preference does not', [taint('PreferNoSchedule')], false, [], true],
  ['tolerated by key', [taint('NoExecute', 'db')], false, [{ key: 'dedicated', operator: 'Exists' }], true],
  ['tolerated by value', [taint('NoExecute', 'db')], false, [{ key: 'dedicated', value: 'db' }], true],
  ['another value', [taint('NoExecute', 'db')], false, [{ key: 'dedicated', operator: 'Equal', value: 'web' }], false],
  [
    'another effect',
    [taint('NoExecute')],
    false,
    [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
    false,
  ],
  ['everything is tolerated', [taint('NoExecute')], true, [{ operator: 'Exists' }], true],
  ['a cordon keeps away', [], true, [], false],
] as const)('%s', ([, taints, isUnschedulable, tolerations, expected]) => {
  expect(toleratesNode({ taints, isUnschedulable }, tolerations)).toBe(expected)
})
