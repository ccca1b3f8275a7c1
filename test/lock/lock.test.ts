import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ImagesLock } from '../../src/lock/images-lock.ts'
import { printLock } from '../../src/lock/print-lock.ts'
import { readImagesLock } from '../../src/lock/read-images-lock.ts'
import { updateLock } from '../../src/lock/update-lock.ts'

const URL_A = 'docker://quay.io/a/b:latest'
const DIGEST = `sha256:${'a'.repeat(64)}`
const LOCK: ImagesLock = {
  images: [
    {
      url: URL_A,
      digest: DIGEST,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      architectures: ['amd64', 'on', 's390x'],
      since: '2026-11-27T12:00:00Z',
      via: 'mirror.example.com:8443/a/b:latest',
      problems: [
        { code: 'config-contradicts', architecture: 'arm64', config: '' },
        { code: 'config-contradicts', architecture: 'null', config: 'a: "b"' },
      ],
    },
    { url: 'docker://true:1', architectures: [], since: '2026-11-27T12:00:00Z', problems: [{ code: 'not-found' }] },
  ],
  imageStreams: [
    { namespace: 'images', name: '9', tag: '1.0', url: 'docker://quay.io/x:1', importMode: 'PreserveOriginal' },
  ],
}

test('what is printed is read again as it was', () => {
  expect(readImagesLock(parse(printLock(LOCK)))).toEqual({ ok: true, lock: LOCK })
  const empty = { images: [], imageStreams: [] }
  expect(readImagesLock(parse(printLock(empty)))).toEqual({ ok: true, lock: empty })
})

test('what is no lock is described by its paths', () => {
  const read = readImagesLock({ apiVersion: 'golden-images.dev/v1alpha1', kind: 'ImagesLock', spec: { images: [{}] } })
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toContain('spec.images[0].url')
})

const update = { imageStreams: LOCK.imageStreams, now: '2026-12-01T00:00:00Z', keepsOthers: false }

test('the time is that of the digest, or of the reason', () => {
  const [, gone] = LOCK.images
  const answers = new Map([
    [URL_A, { kind: 'known', image: { digest: DIGEST, architectures: ['amd64'] } }],
    [gone?.url ?? '', { kind: 'known', image: { architectures: [], problems: [{ code: 'not-found' }] } }],
  ] as const)
  expect(updateLock(LOCK, { ...update, answers }).images.map(({ since }) => since)).toEqual([
    '2026-11-27T12:00:00Z',
    '2026-11-27T12:00:00Z',
  ])
  const moved = new Map([
    [URL_A, { kind: 'known', image: { digest: `sha256:${'b'.repeat(64)}`, architectures: [] } }],
  ] as const)
  expect(updateLock(LOCK, { ...update, answers: moved }).images).toMatchObject([{ since: update.now }])
})

test('what nobody could say stays, and what nobody asks about goes unless it is to stay', () => {
  const answers = new Map([[URL_A, { kind: 'kept' }]] as const)
  expect(updateLock(LOCK, { ...update, answers }).images).toEqual(LOCK.images.slice(0, 1))
  expect(updateLock(LOCK, { ...update, answers, keepsOthers: true })).toEqual(LOCK)
})
