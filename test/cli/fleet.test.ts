/** A configuration for each cluster: which one counts, and what it says over the one that it extends. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Folder, MANIFEST, makeFolder } from './folder.ts'

const HEADER = 'apiVersion: golden-images.dev/v1alpha1\nkind: GoldenImages\n'

function configuration(spec: string): string {
  return `${HEADER}spec:\n  commonBootImages: []\n  architectures: {workload: [amd64, arm64], controlPlane: [amd64]}\n${spec}`
}

let folder: Folder

beforeEach(() => {
  folder = makeFolder()
  folder.write('.git/HEAD', '')
  for (const name of ['a', 'b']) folder.write(`clusters/${name}/hco.yaml`, MANIFEST)
})

afterEach(() => rmSync(folder.path, { recursive: true, force: true }))

interface Report {
  readonly findings: readonly { readonly rule: string; readonly cluster?: string; readonly severity: string }[]
  readonly configurations?: readonly object[]
  readonly configuration?: object
}

function report(args: readonly string[], cwd = ''): Report {
  const { stdout, stderr } = folder.run(['check', '--format', 'json', ...args], { cwd })
  expect(stderr).toBe('')
  const parsed: Report = JSON.parse(stdout)
  return parsed
}

function found(args: readonly string[], rule = 'duplicate-architecture', cwd = ''): string[] {
  return report(args, cwd)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ cluster, severity }) => `${cluster} ${severity}`)
}

describe('the nearest golden-images.yaml counts', () => {
  test('for each cluster of one run, whatever the order of the arguments', () => {
    folder.write('golden-images.yaml', configuration('  rules: {duplicate-architecture: info}\n'))
    folder.write('clusters/b/golden-images.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    const expected = ['clusters/b error', 'clusters/a info']
    for (const paths of [['.'], ['clusters/a', 'clusters/b'], ['clusters/b', 'clusters/a'], ['clusters/*/hco.yaml']]) {
      expect(found(paths)).toEqual(expected)
    }
    expect(found(['../clusters/a', '../clusters/b'], undefined, 'clusters')).toEqual(['b error', 'a info'])
  })

  test('but not another kind of that name, nor one beyond the repository', () => {
    folder.write('clusters/.git/HEAD', '')
    folder.write('golden-images.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    expect(found(['.'])).toEqual(['clusters/a warning', 'clusters/b warning'])
    folder.write('clusters/golden-images.yaml', configuration('  rules: {duplicate-architecture: info}\n'))
    folder.write('clusters/a/golden-images.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n')
    folder.write('clusters/b/golden-images.yaml', 'images: [a\n')
    expect(found(['clusters/a', 'clusters/b/hco.yaml'])).toEqual(['clusters/a info', 'clusters/b info'])
  })

  test('or a GoldenImages among the manifests, for the clusters below its folder', () => {
    folder.write('clusters/a/settings.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    expect(found(['clusters'])).toEqual(['clusters/a error', 'clusters/b warning'])
    folder.write('clusters/a/others.yaml', configuration(''))
    const { status, stderr } = folder.run(['check', 'clusters'])
    expect(status).toBe(2)
    expect(stderr).toContain('"clusters/a/others.yaml" must not hold several GoldenImages')
    folder.write('clusters/a/golden-images.yaml', configuration(''))
    expect(found(['clusters'])).toEqual(['clusters/a warning', 'clusters/b warning'])
  })

  test('and one that lies beside all clusters is named', () => {
    folder.write('settings/own.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    expect(found(['.'])).toEqual(['clusters/a warning', 'clusters/b warning'])
    expect(folder.run(['check', '.']).stdout).toContain('left out: settings/own.yaml counts for no cluster\n')
  })

  test('in a stream by the paths that its items say', () => {
    const at = (path: string, text: string) =>
      text.replace('metadata:\n', `metadata:\n  annotations: {internal.config.kubernetes.io/path: ${path}}\n`)
    const own = `${configuration('  rules: {duplicate-architecture: error}\n')}metadata:\n  name: x\n`
    const input = [at('a/hco.yaml', MANIFEST), at('a/settings.yaml', own), at('b/hco.yaml', MANIFEST)].join('---\n')
    const { stdout } = folder.run(['check', '--format', 'json', '-'], { input })
    const { findings }: Report = JSON.parse(stdout)
    const severities = findings.filter(({ rule }) => rule === 'duplicate-architecture')
    expect(severities.map(({ cluster, severity }) => `${cluster} ${severity}`)).toEqual(['a error', 'b warning'])
  })

  test('unless --config names one', () => {
    folder.write('clusters/a/golden-images.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    folder.write('other/strict.yaml', configuration('  rules: {duplicate-architecture: info}\n'))
    expect(found(['--config', 'other/strict.yaml', '.'])).toEqual(['clusters/a info', 'clusters/b info'])
  })

  test('releases of a fleet', () => {
    folder.write('clusters/a/golden-images.yaml', configuration('  hyperconvergedVersion: "1.16"\n'))
    folder.write('clusters/b/golden-images.yaml', configuration('  hyperconvergedVersion: "1.19"\n'))
    const { stdout } = folder.run(['explain', 'clusters'])
    expect(stdout).toMatch(/Cluster "clusters\/a": .*with HCO 1\.16\n/)
    expect(stdout).toMatch(/Cluster "clusters\/b": .*with HCO 1\.19\n/)
  })

  test('in a revision of git, too', () => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
        cwd: folder.path,
        env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        stdio: 'pipe',
      })
    rmSync(folder.at('.git'), { recursive: true })
    folder.write('base.yaml', configuration('  rules: {duplicate-architecture: info}\n'))
    folder.write('clusters/a/golden-images.yaml', `${HEADER}spec: {extends: ../../base.yaml}\n`)
    folder.write('clusters/b/golden-images.yaml', configuration('  hyperconvergedVersion: "1.16"\n'))
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'first')
    folder.write('base.yaml', configuration('  rules: {duplicate-architecture: error}\n'))
    const { stdout } = folder.run(['diff', 'HEAD:clusters', 'clusters'])
    expect(stdout).toContain('error duplicate-architecture for "win2k22-image-cron": info before')
    expect(stdout).toContain(
      'configurations before: HEAD:clusters/a/golden-images.yaml, which extends HEAD:base.yaml for a; HEAD:clusters/b/golden-images.yaml for b',
    )
    expect(stdout).toContain(
      'configurations after: clusters/a/golden-images.yaml, which extends base.yaml for a; clusters/b/golden-images.yaml for b',
    )
  })
})

describe('a configuration that extends another one', () => {
  test('goes over it field by field', () => {
    folder.write(
      'base/all.yaml',
      configuration('  rules: {duplicate-architecture: error, schedule-empty: off}\n  failOn: warning\n'),
    )
    folder.write(
      'settings/base.yaml',
      `${HEADER}spec: {extends: ../base/all.yaml, rules: {duplicate-architecture: info}}\n`,
    )
    folder.write(
      'clusters/a/golden-images.yaml',
      `${HEADER}spec:\n  extends: ../../settings/base.yaml\n  failOn: error\n`,
    )
    const { findings, configurations } = report(['clusters'])
    expect(findings.map(({ rule, cluster, severity }) => `${rule} ${cluster} ${severity}`)).toContain(
      'duplicate-architecture clusters/a info',
    )
    expect(configurations).toEqual([
      {
        file: 'clusters/a/golden-images.yaml',
        extends: ['settings/base.yaml', 'base/all.yaml'],
        clusters: ['clusters/a'],
      },
      { clusters: ['clusters/b'] },
    ])
    expect(report(['clusters/a']).configuration).toEqual({
      file: 'clusters/a/golden-images.yaml',
      extends: ['settings/base.yaml', 'base/all.yaml'],
    })
  })

  const EXTENDING = (file: string) => `${HEADER}metadata:\n  name: own\nspec:\n  extends: ${file}\n`

  test.for<[what: string, file: string, message: RegExp]>([
    ['nothing', '../nowhere.yaml', /must name a file, and "clusters\/nowhere\.yaml" is not there/],
    ['a folder', '../../clusters', /must name a file, and "clusters" is a folder/],
    [
      'itself',
      'golden-images.yaml',
      /must not lead in a circle: clusters\/a\/golden-images\.yaml → clusters\/a\/golden-images\.yaml/,
    ],
    [
      'one that leads back',
      '../back.yaml',
      /circle: clusters\/a\/golden-images\.yaml → clusters\/back\.yaml → clusters\/a\/golden-images\.yaml/,
    ],
    ['what is out of the repository', '../../../secret.yaml', /must be a path in the repository/],
    ['what is out of it by a link', '../link.yaml', /"clusters\/link\.yaml" leads out of the repository/],
    ['an absolute path', '/etc/golden-images.yaml', /must be a path in the repository/],
    ['another kind', 'hco.yaml', /must name a GoldenImages, and "clusters\/a\/hco\.yaml" holds none/],
  ])('must not name %s', ([, file, message]) => {
    folder.write('clusters/back.yaml', EXTENDING('a/golden-images.yaml'))
    folder.link('clusters/link.yaml', '/etc/hostname')
    folder.write('clusters/a/golden-images.yaml', EXTENDING(file))
    const { status, stdout, stderr } = folder.run(['check', 'clusters/a'])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^golden-images: configuration error: clusters\/(a\/golden-images|back)\.yaml:\d+:\d+: `spec\.extends` [^\n]*\n$/,
    )
    expect(stderr).toMatch(message)
  })

  test('is told where it is wrong, each file once', () => {
    folder.write('base.yaml', configuration('  rules:\n    name-takne: off\n'))
    for (const name of ['a', 'b'])
      folder.write(`clusters/${name}/golden-images.yaml`, `${HEADER}spec: {extends: ../../base.yaml}\n`)
    expect(folder.run(['check', 'clusters'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^golden-images: configuration error: base\.yaml:7:17: `spec\.rules\.name-takne` is no known rule; the nearest are `name-taken`, [^\n]*\n$/,
      ),
    })
  })
})
