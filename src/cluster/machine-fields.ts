import type { Fields } from '../yaml/fields.ts'
import { LOCATION_ANNOTATIONS } from './item-location.ts'

/** What is read of virtual machines and of what they need: a fleet has thousands of them. */

const METADATA: Fields = new Map<string, Fields>([
  ['name', true],
  ['namespace', true],
  ['labels', true],
  ['resourceVersion', true],
  ['annotations', new Map<string, Fields>(LOCATION_ANNOTATIONS.map((name) => [name, true]))],
])

const INSTANCE_FIELDS: readonly (readonly [string, Fields])[] = [
  ['architecture', true],
  [
    'domain',
    new Map<string, Fields>([
      ['machine', true],
      ['cpu', true],
      ['memory', true],
      ['resources', true],
      ['devices', new Map<string, Fields>([['disks', true]])],
    ]),
  ],
  ['volumes', true],
  ['nodeSelector', true],
  ['affinity', true],
  ['tolerations', true],
]

const INSTANCE_SPEC: Fields = new Map<string, Fields>(INSTANCE_FIELDS)

const MACHINE_SPEC: Fields = new Map<string, Fields>([
  ['runStrategy', true],
  ['running', true],
  ['preference', true],
  ['instancetype', true],
  ['dataVolumeTemplates', true],
  ['template', new Map<string, Fields>([['spec', INSTANCE_SPEC]])],
])

function object(spec: Fields): Fields {
  return new Map<string, Fields>([
    ['apiVersion', true],
    ['kind', true],
    ['metadata', METADATA],
    ['spec', spec],
  ])
}

export const MACHINE_FIELDS = object(MACHINE_SPEC)
export const INSTANCE_OBJECT_FIELDS = object(INSTANCE_SPEC)
export const POOL_FIELDS = object(
  new Map<string, Fields>([
    ['replicas', true],
    [
      'virtualMachineTemplate',
      new Map<string, Fields>([
        ['metadata', METADATA],
        ['spec', MACHINE_SPEC],
      ]),
    ],
  ]),
)
/** Of a volume it counts that it exists, and its labels. */
export const VOLUME_FIELDS: Fields = new Map<string, Fields>([
  ['apiVersion', true],
  ['kind', true],
  ['metadata', METADATA],
])
