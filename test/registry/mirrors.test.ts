import { expect, test } from 'vitest'
import { mirrorsOfConfiguration, mirrorsOfObject, routesTo } from '../../src/registry/mirrors.ts'

const DIGEST = `sha256:${'a'.repeat(64)}`
const FEDORA = { host: 'quay.io', repository: 'containerdisks/fedora', reference: 'latest' }
const places = (routes: ReturnType<typeof routesTo>) => routes.map(({ host, repository }) => `${host}/${repository}`)

const CONFIGURATION = `
unqualified-search-registries = ["docker.io"]
[[registry]]
prefix = "quay.io"
[[registry.mirror]]
location = "far.example.com"
[[registry]]
prefix = "quay.io/containerdisks"
location = "real.example.com/disks"
[[registry.mirror]]
location = "mirror.example.com:8443/disks"
pull-from-mirror = "tag-only"
[[registry]]
prefix = "*.internal.example"
blocked = true
[[registry.mirror]]
location = "mirror.example.com/internal"
`

test('the closest prefix counts, and what stands behind it is kept', () => {
  const rules = mirrorsOfConfiguration(CONFIGURATION)
  expect(places(routesTo(rules, FEDORA))).toEqual([
    'mirror.example.com:8443/disks/fedora',
    'real.example.com/disks/fedora',
  ])
  expect(places(routesTo(rules, { ...FEDORA, reference: DIGEST }))).toEqual(['real.example.com/disks/fedora'])
  expect(places(routesTo(rules, { ...FEDORA, repository: 'containerdisksx/a' }))).toEqual([
    'far.example.com/containerdisksx/a',
    'quay.io/containerdisksx/a',
  ])
  expect(places(routesTo(rules, { ...FEDORA, host: 'a.internal.example' }))).toEqual([
    'mirror.example.com/internal/containerdisks/fedora',
  ])
})

test('tags follow an ImageTagMirrorSet alone', () => {
  const set = (kind: string, list: string) =>
    mirrorsOfObject({ kind, spec: { [list]: [{ source: 'quay.io', mirrors: ['m.example.com/q'] }] } })
  const digests = [
    ...set('ImageDigestMirrorSet', 'imageDigestMirrors'),
    ...set('ImageContentSourcePolicy', 'repositoryDigestMirrors'),
  ]
  expect(routesTo(digests, FEDORA)).toEqual([{ host: 'quay.io', repository: 'containerdisks/fedora' }])
  expect(routesTo(digests, { ...FEDORA, reference: DIGEST })).toHaveLength(3)
  const tags = set('ImageTagMirrorSet', 'imageTagMirrors')
  expect(routesTo(tags, FEDORA)[0]?.via).toBe('m.example.com/q/containerdisks/fedora:latest')
  expect(mirrorsOfObject({ kind: 'ConfigMap' })).toEqual([])
})

test('what is no TOML is said', () => {
  expect(() => mirrorsOfConfiguration('[[registry')).toThrow('unreadable')
})
