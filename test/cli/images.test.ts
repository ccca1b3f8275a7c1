/** `images lock` of the built program against registries on loopback. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ForwardProxy, startProxy } from '../fixtures/registry/server/proxy.mjs'
import { type Server, startRegistry } from '../fixtures/registry/server/server.mjs'
import { Store } from '../fixtures/registry/server/store.mjs'
import { AUTHORITY_FILE, STORE, TLS, tokens, USERS } from '../registry/loopback.ts'

const PROGRAM = resolve('dist/golden-images.cjs')
const AUTHORITY = resolve(AUTHORITY_FILE)
const BASIC = Buffer.from('reader:reader-secret').toString('base64')

let folder: string
let open: Server
let bearer: Server
let basic: Server
let plain: Server
let proxy: ForwardProxy

beforeAll(async () => {
  open = await startRegistry({ store: STORE, tls: TLS })
  bearer = await startRegistry({ store: STORE, tls: TLS, auth: 'bearer', tokens: tokens() })
  basic = await startRegistry({ store: STORE, tls: TLS, auth: 'basic', users: USERS })
  plain = await startRegistry({ store: STORE })
  const port = Number(open.address.split(':')[1])
  proxy = await startProxy({ hosts: { 'registry.example.com:443': port }, user: 'proxy:proxy-secret' })
})
afterAll(() => Promise.all([open, bearer, basic, plain, proxy].map((one) => one.close())))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-lock-'))
  for (const { requests } of [open, bearer, basic, plain]) requests.length = 0
  return () => rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Without waiting for it in one go: the registries live in this process. */
function run(args: readonly string[], environment: { [name: string]: string } = {}): Promise<Ended> {
  return new Promise((done) => {
    const env = { PATH: process.env.PATH, HOME: folder, ...environment }
    const child = spawn(process.execPath, [PROGRAM, 'images', ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk
    })
    child.on('close', (status) => done({ status, stdout, stderr }))
  })
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

function read(name = 'golden-images.lock.yaml'): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** A manifest of a DataVolume for each image. */
function volumes(...urls: readonly (readonly [url: string, more?: string])[]): string {
  return urls
    .map(
      ([url, more = ''], n) =>
        `apiVersion: cdi.kubevirt.io/v1beta1\nkind: DataVolume\nmetadata: {name: v${n}}\nspec: {source: {registry: {url: "docker://${url}"${more}}}, storage: {}}\n`,
    )
    .join('---\n')
}

const CA = ['--ca', AUTHORITY]

describe('images lock', () => {
  test('writes what CDI could import, and then nothing as long as nothing moves', async () => {
    write('v.yaml', volumes([`${open.address}/cases/lying-index`], [`${open.address}/cases/oci-index`]))
    const first = await run(['lock', ...CA, 'v.yaml'])
    expect(first).toMatchObject({ status: 0, stderr: '' })
    const lock = read()
    expect(lock).toContain(`- url: docker://${open.address}/cases/oci-index\n`)
    expect(lock).toContain('    architectures: [amd64, arm64, s390x]\n')
    expect(lock).toContain('    - {code: config-contradicts, architecture: arm64, config: amd64}\n')
    open.requests.length = 0
    expect(await run(['lock', ...CA, 'v.yaml'])).toEqual(first)
    expect(read()).toBe(lock)
    expect(open.requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
  })

  test('a tag that moved gets the new digest and the time', async () => {
    const store = new Store()
    store.tag('moving', 'latest', store.image('moving', { architecture: 'amd64' }))
    const moving = await startRegistry({ store, tls: TLS })
    write('v.yaml', volumes([`${moving.address}/moving`]))
    await run(['lock', ...CA, 'v.yaml'])
    write('golden-images.lock.yaml', read().replace(/since: .*/, 'since: "2026-01-01T00:00:00Z"'))
    store.tag('moving', 'latest', store.platforms('moving', ['linux/amd64', 'linux/arm64']))
    expect(await run(['lock', '--check', ...CA, 'v.yaml'])).toMatchObject({ status: 1 })
    expect(read()).toContain('architectures: [amd64]')
    await run(['lock', ...CA, 'v.yaml'])
    await moving.close()
    expect(read()).toContain('architectures: [amd64, arm64]')
    expect(read()).not.toContain('2026-01-01')
  })

  test('what could not be asked stays as it was', async () => {
    const url = `${open.address}/faults/throttled-for-an-hour`
    const digest = `sha256:${'a'.repeat(64)}`
    write('v.yaml', volumes([url], [`${open.address}/cases/oci-index`]))
    await run(['lock', ...CA, 'v.yaml'])
    expect(read()).not.toContain(url)
    write(
      'golden-images.lock.yaml',
      read().replace(
        '  images:\n',
        `  images:\n  - url: docker://${url}\n    digest: ${digest}\n    architectures: [amd64]\n    since: "2026-01-01T00:00:00Z"\n`,
      ),
    )
    const ended = await run(['lock', ...CA, 'v.yaml'])
    expect(ended.status).toBe(3)
    expect(ended.stderr).toContain('throttled: ')
    expect(read()).toContain(`    digest: ${digest}\n    architectures: [amd64]\n    since: "2026-01-01T00:00:00Z"\n`)
  })

  test('what is gone is a fact', async () => {
    write('v.yaml', volumes([`${open.address}/cases/no-such-image`]))
    expect(await run(['lock', ...CA, 'v.yaml'])).toMatchObject({ status: 1, stderr: '' })
    expect(read()).toMatch(/architectures: \[\]\n {4}since: .*\n {4}problems:\n {4}- {code: not-found}\n/)
  })

  test('asks only about what is missing, when asked so', async () => {
    write('v.yaml', volumes([`${open.address}/cases/oci-index`]))
    await run(['lock', ...CA, 'v.yaml'])
    write('v.yaml', volumes([`${open.address}/cases/oci-index`], [`${open.address}/cases/docker-single`]))
    open.requests.length = 0
    await run(['lock', '--only-missing', ...CA, 'v.yaml'])
    expect(open.requests.filter(({ url }) => url.includes('oci-index'))).toEqual([])
    expect(read().match(/- url: /g)).toHaveLength(2)
  })

  test('tells for each architecture what CDI would import', async () => {
    write('v.yaml', volumes([`${open.address}/cases/lying-index`, ', platform: {architecture: ppc64le}']))
    const { stdout } = await run(['lock', '--format', 'json', ...CA, 'v.yaml'])
    const [{ platforms }] = JSON.parse(stdout).images
    expect(
      platforms.map(({ architecture, problem = 'none' }: { [name: string]: string }) => [architecture, problem]),
    ).toEqual([
      ['amd64', 'none'],
      ['arm64', 'config-contradicts'],
      ['s390x', 'config-contradicts'],
      ['ppc64le', 'not-in-image'],
    ])
    expect(platforms[0].manifest).toMatch(/^sha256:/)
  })

  test('passes over what no registry can be asked about', async () => {
    write('v.yaml', volumes(['Upper/Case'], ['image-registry.openshift-image-registry.svc:5000/a/b:latest']))
    const { status, stdout } = await run(['lock', 'v.yaml'])
    expect(status).toBe(0)
    expect(stdout.match(/: not asked, /g)).toHaveLength(2)
    expect(existsSync(join(folder, 'golden-images.lock.yaml'))).toBe(false)
  })

  test('repeats no password of an address, and nothing that would steer a terminal', async () => {
    write('v.yaml', volumes(['reader:reader-secret@registry.example.com/a'], ['quay.io/a\\u001b[31m']))
    const text = await run(['lock', 'v.yaml'])
    const json = await run(['lock', '--format', 'json', 'v.yaml'])
    for (const { status, stdout } of [text, json]) {
      expect(status).toBe(0)
      expect(stdout).not.toContain('secret')
      expect(stdout).not.toContain('\u001b')
    }
    expect(JSON.parse(json.stdout).skipped).toMatchObject([{ problem: 'user' }, { problem: 'format' }])
  })

  test('a port that no host has is no failure of its own', async () => {
    write('v.yaml', volumes(['registry.example.com:99999999/a']))
    const { status, stderr } = await run(['lock', 'v.yaml'])
    expect(status).toBe(3)
    expect(stderr).toContain('host-unknown: ')
    expect(existsSync(join(folder, 'golden-images.lock.yaml'))).toBe(false)
  })

  test('a registry that wants to be left alone is asked once', async () => {
    const url = `${open.address}/faults/throttled-for-an-hour`
    write('v.yaml', volumes([url]))
    const entry = `  - url: docker://${url}\n    digest: sha256:${'a'.repeat(64)}\n    architectures: [amd64]\n    since: "2026-01-01T00:00:00Z"\n`
    write(
      'golden-images.lock.yaml',
      `apiVersion: golden-images.dev/v1alpha1\nkind: ImagesLock\nspec:\n  images:\n${entry}`,
    )
    expect(await run(['lock', ...CA, 'v.yaml'])).toMatchObject({ status: 3 })
    expect(open.requests).toHaveLength(1)
    expect(read()).toContain(entry)
  })

  test('refuses what is no lock, and changes nothing', async () => {
    write('v.yaml', volumes([`${open.address}/cases/oci-index`]))
    write('golden-images.lock.yaml', 'kind: Other\napiVersion: v1\n')
    expect(await run(['lock', ...CA, 'v.yaml'])).toMatchObject({ status: 2, stdout: '' })
    expect(read()).toBe('kind: Other\napiVersion: v1\n')
  })
})

describe('logins', () => {
  const log = (auths: object) => write('auth.json', JSON.stringify({ auths }))

  test('come from the file that is named, by the closest name', async () => {
    write('v.yaml', volumes([`${bearer.address}/cases/oci-index`], [`${basic.address}/cases/oci-index`]))
    log({ [`${bearer.address}/cases`]: { auth: BASIC }, [basic.address]: { auth: BASIC } })
    const ended = await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'])
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.stringify(ended) + read()).not.toMatch(/secret|cmVhZGVy/)
  })

  test('come from where podman and Docker keep them', async () => {
    write('v.yaml', volumes([`${basic.address}/cases/oci-index`]))
    log({ [basic.address]: { auth: BASIC } })
    expect(await run(['lock', ...CA, 'v.yaml'], { REGISTRY_AUTH_FILE: join(folder, 'auth.json') })).toMatchObject({
      status: 0,
    })
  })

  test('come from a credential helper, which says nothing to anybody else', async () => {
    write('v.yaml', volumes([`${basic.address}/cases/oci-index`]))
    write('auth.json', JSON.stringify({ credHelpers: { [basic.address]: 'test' } }))
    write(
      'docker-credential-test',
      '#!/bin/sh\ncat > asked\nprintf %s \'{"Username":"reader","Secret":"reader-secret"}\'\n',
    )
    chmodSync(join(folder, 'docker-credential-test'), 0o755)
    const PATH = [folder, process.env.PATH].join(delimiter)
    expect(await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'], { PATH })).toMatchObject({ status: 0 })
    expect(read('asked')).toBe(basic.address)
    write('docker-credential-test', '#!/bin/sh\necho reader-secret >&2\necho reader-secret\nexit 3\n')
    const failed = await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'], { PATH })
    expect(failed.status).toBe(3)
    expect(failed.stderr).toContain('credential-helper-failed')
    expect(failed.stdout + failed.stderr).not.toContain('reader-secret')
  })

  test('come from a refresh token', async () => {
    write('v.yaml', volumes([`${bearer.address}/cases/oci-index`]))
    log({ [bearer.address]: { identitytoken: 'refresh-me' } })
    expect(await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'])).toMatchObject({ status: 0 })
  })

  test('come from Secrets of the input, when somebody says so', async () => {
    const secret =
      '---\napiVersion: v1\nkind: Secret\nmetadata: {name: login}\nstringData: {accessKeyId: reader, secretKey: reader-secret}\n'
    write('v.yaml', volumes([`${basic.address}/cases/oci-index`, ', secretRef: login']) + secret)
    expect(await run(['lock', ...CA, 'v.yaml'])).toMatchObject({ status: 3 })
    expect(await run(['lock', '--use-secrets', ...CA, 'v.yaml'])).toMatchObject({ status: 0 })
  })

  test('that are wrong are not repeated', async () => {
    write('v.yaml', volumes([`${bearer.address}/cases/oci-index`]))
    log({ [bearer.address]: { auth: Buffer.from('reader:wrong-secret').toString('base64') } })
    const { status, stdout, stderr } = await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'])
    expect(status).toBe(3)
    expect(stderr).toContain('credentials-refused: ')
    expect(stderr).toContain('auth.json')
    expect(stdout + stderr).not.toMatch(/reader|wrong-secret/)
  })

  test('a file that is none stops the run', async () => {
    write('v.yaml', volumes([`${open.address}/cases/oci-index`]))
    write('auth.json', 'no JSON')
    expect(await run(['lock', '--authfile', 'auth.json', ...CA, 'v.yaml'])).toMatchObject({ status: 2 })
    expect(await run(['lock', '--authfile', 'nowhere.json', ...CA, 'v.yaml'])).toMatchObject({ status: 2 })
    expect(open.requests).toEqual([])
  })
})

describe('ways to a registry', () => {
  test('a certificate that nobody vouches for is not trusted', async () => {
    write('v.yaml', volumes([`${open.address}/cases/oci-index`]))
    const { status, stderr } = await run(['lock', 'v.yaml'])
    expect(status).toBe(3)
    expect(stderr).toContain('certificate-untrusted')
  })

  test('its authority can stand in the input, or in the environment', async () => {
    const data = JSON.stringify({ 'ca.crt': readFileSync(AUTHORITY, 'utf8') })
    const configMap = `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: authority}\ndata: ${data}\n`
    write('v.yaml', volumes([`${open.address}/cases/oci-index`, ', certConfigMap: authority']) + configMap)
    expect(await run(['lock', 'v.yaml'])).toMatchObject({ status: 0 })
    write('w.yaml', volumes([`${open.address}/cases/oci-index`]))
    for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']) {
      expect(await run(['lock', 'w.yaml'], { [name]: AUTHORITY })).toMatchObject({ status: 0 })
    }
  })

  test('plain HTTP is for registries that the HyperConverged or the command line calls insecure', async () => {
    write('v.yaml', volumes([`${plain.address}/cases/oci-index`]))
    expect(await run(['lock', 'v.yaml'])).toMatchObject({ status: 3 })
    expect(await run(['lock', '--insecure-registry', plain.address, 'v.yaml'])).toMatchObject({ status: 0 })
    const hyperConverged = `---\napiVersion: hco.kubevirt.io/v1beta1\nkind: HyperConverged\nmetadata: {name: h}\nspec: {enableCommonBootImageImport: false, storageImport: {insecureRegistries: ["${plain.address}"]}}\n`
    write('v.yaml', volumes([`${plain.address}/cases/oci-index`]) + hyperConverged)
    write(
      'golden-images.yaml',
      'apiVersion: golden-images.dev/v1alpha1\nkind: GoldenImages\nspec: {commonBootImages: []}\n',
    )
    expect(await run(['lock', 'v.yaml'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('a proxy of the environment, with its user', async () => {
    write('v.yaml', volumes(['registry.example.com/cases/oci-index']))
    const withUser = { HTTPS_PROXY: proxy.url.replace('//', '//proxy:proxy-secret@') }
    expect(await run(['lock', ...CA, 'v.yaml'], withUser)).toMatchObject({ status: 0, stderr: '' })
    const refused = await run(['lock', ...CA, 'v.yaml'], {
      https_proxy: proxy.url.replace('//', '//proxy:other-secret@'),
    })
    expect(refused.status).toBe(3)
    expect(refused.stderr).toContain('proxy-refused')
    expect(refused.stderr).not.toContain('secret')
    const around = await run(['lock', ...CA, 'v.yaml'], { ...withUser, NO_PROXY: '.example.com' })
    expect(around.stderr).toContain('host-unknown')
  })

  test('a mirror, when somebody says so; the lock says which', async () => {
    write('v.yaml', volumes(['quay.io/cases/oci-index:latest']))
    write(
      'mirrors.conf',
      `[[registry]]\nprefix = "quay.io"\nblocked = true\n[[registry.mirror]]\nlocation = "${open.address}"\n`,
    )
    expect(await run(['lock', '--mirrors', 'mirrors.conf', ...CA, 'v.yaml'])).toMatchObject({ status: 0, stderr: '' })
    expect(read()).toContain(`    via: ${open.address}/cases/oci-index:latest\n`)
    const set = `apiVersion: config.openshift.io/v1\nkind: ImageTagMirrorSet\nmetadata: {name: m}\nspec: {imageTagMirrors: [{source: quay.io, mirrors: ["${open.address}"], mirrorSourcePolicy: NeverContactSource}]}\n`
    write('v.yaml', `${volumes(['quay.io/cases/oci-index:latest'])}---\n${set}`)
    const lock = read()
    expect(await run(['lock', '--mirrors', 'input', ...CA, 'v.yaml'])).toMatchObject({ status: 0, stderr: '' })
    expect(read()).toBe(lock)
  })
})

describe('images verify', () => {
  const hyperConverged = (url: string, annotation: string) => `apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
spec:
  featureGates: {enableMultiArchBootImageImport: true}
  dataImportCronTemplates:
  - metadata: {name: image, annotations: {ssp.kubevirt.io/dict.architectures: "${annotation}"}}
    spec:
      managedDataSource: image
      schedule: "0 0 1 * *"
      template: {spec: {source: {registry: {url: "docker://${url}"}}, storage: {resources: {requests: {storage: 1Gi}}}}}
`
  const configuration =
    'apiVersion: golden-images.dev/v1alpha1\nkind: GoldenImages\nspec: {architectures: {workload: [amd64, arm64], controlPlane: [amd64]}, commonBootImages: []}\n'

  test('holds annotations against the lock, and asks nobody', async () => {
    write('golden-images.yaml', configuration)
    write('hco.yaml', hyperConverged(`${open.address}/cases/lying-index`, 'amd64,arm64'))
    expect(await run(['verify', 'hco.yaml'])).toMatchObject({ status: 2 })
    expect(await run(['lock', ...CA, 'hco.yaml'])).toMatchObject({ status: 0 })
    open.requests.length = 0
    const { status, stdout } = await run(['verify', '--format', 'json', 'hco.yaml'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'architecture-not-in-image', proposedValue: 'amd64' }])
    expect(open.requests).toEqual([])
    write('hco.yaml', hyperConverged(`${open.address}/cases/lying-index`, 'amd64'))
    expect(await run(['verify', 'hco.yaml'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('tells where the lock is old, when it may ask; it writes nothing', async () => {
    write('golden-images.yaml', configuration)
    write('hco.yaml', hyperConverged(`${open.address}/cases/oci-index`, 'amd64,arm64'))
    await run(['lock', ...CA, 'hco.yaml'])
    expect(await run(['verify', '--online', ...CA, 'hco.yaml'])).toMatchObject({ status: 0 })
    const old = read()
      .replace(/sha256:.{8}/, 'sha256:00000000')
      .replace(/since: .*/, 'since: "2026-01-01T00:00:00Z"')
    write('golden-images.lock.yaml', old)
    const { status, stdout } = await run(['verify', '--online', '--format', 'json', ...CA, 'hco.yaml'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).findings).toMatchObject([
      { rule: 'lock-outdated', resource: { file: { path: 'golden-images.lock.yaml' } }, path: 'spec.images[0].digest' },
    ])
    expect(read()).toBe(old)
    expect(await run(['verify', '--online', 'hco.yaml'])).toMatchObject({ status: 3 })
  })
})
