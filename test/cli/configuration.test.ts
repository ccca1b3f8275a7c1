import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRepositoryRoot } from '../../src/cli/sources/repository-root.ts'
import { FORMAT_NAMES } from '../../src/formats/findings/index.ts'
import { CONFIGURATION, type Folder, MANIFEST, makeFolder } from './folder.ts'

/** Switches off what `MANIFEST` would be warned of. */
const OFF = `${CONFIGURATION.trimEnd()}\n  rules: {duplicate-architecture: off, schedule-empty: off}\n`
/** Ignores it instead. */
const IGNORING = `${CONFIGURATION.trimEnd()}\n  ignore: [{rule: duplicate-architecture, reason: known}]\n`

let folder: Folder

beforeEach(() => {
  folder = makeFolder()
  folder.write('checkout/clusters/edge/hco.yaml', MANIFEST)
})

afterEach(() => rmSync(folder.path, { recursive: true, force: true }))

describe('the search for golden-images.yaml', () => {
  test('ends at the root of the repository', () => {
    folder.write('golden-images.yaml', OFF)
    folder.write('checkout/.git/HEAD', '')
    const run = () => folder.run(['check', 'clusters'], { cwd: 'checkout' }).stdout
    expect(run()).toContain('no-node-information')
    expect(run()).not.toContain('configuration:')
    folder.write('checkout/golden-images.yaml', CONFIGURATION)
    expect(run()).toMatch(/\nconfiguration: golden-images\.yaml\nread: 1 cluster in 1 file\n1 warning; .*\n$/)
    // In a worktree, or a submodule, it is a file.
    rmSync(folder.at('checkout/.git'), { recursive: true })
    folder.write('checkout/clusters/.git', 'gitdir: elsewhere\n')
    expect(run()).toContain('no-node-information')
  })

  test('from a folder of the repository, and for stdin, goes up to its root', () => {
    folder.write('checkout/.git/HEAD', '')
    folder.write('checkout/golden-images.yaml', CONFIGURATION)
    const options = { cwd: 'checkout/clusters', input: MANIFEST }
    expect(folder.run(['check', 'edge'], options).stdout).toContain('configuration: ../golden-images.yaml\n')
    expect(folder.run(['check'], options).stdout).toContain('configuration: ../golden-images.yaml\n')
  })

  test('ends at the working folder outside of a repository, or at the folder of the input', () => {
    folder.write('golden-images.yaml', OFF)
    expect(folder.run(['check', 'clusters'], { cwd: 'checkout' }).stdout).toContain('no-node-information')
    expect(folder.run(['check', folder.at('checkout')], { cwd: 'checkout/clusters' }).stdout).toContain('no-node-inf')
    folder.write('checkout/golden-images.yaml', CONFIGURATION)
    for (const path of ['clusters', 'clusters/edge/hco.yaml', 'clusters/*/hco.yaml']) {
      expect(folder.run(['check', path], { cwd: 'checkout' }).stdout).toContain('\nconfiguration: golden-images.yaml\n')
    }
    const elsewhere = folder.run(['check', folder.at('checkout')], { cwd: 'checkout/clusters' })
    expect(elsewhere.stdout).toContain('\nconfiguration: ../golden-images.yaml\n')
  })

  test('takes none from a folder in which everybody can put one', () => {
    folder.write('golden-images.yaml', OFF)
    folder.write('out.yaml', MANIFEST)
    folder.write('.git/HEAD', '')
    chmodSync(folder.path, 0o1777)
    for (const [paths, cwd] of [
      [['out.yaml'], ''],
      [['checkout/clusters'], ''],
      [['clusters'], 'checkout'],
      [['-'], ''],
    ] as const) {
      const { stdout } = folder.run(['check', ...paths], { cwd, input: MANIFEST })
      expect(stdout).toContain('no-node-information')
      expect(stdout).not.toContain('configuration:')
    }
    chmodSync(folder.path, 0o755)
    expect(folder.run(['check', 'out.yaml']).stdout).toContain('configuration: golden-images.yaml')
  })

  test('passes over what is no file of the repository, and says so', () => {
    folder.write('secret.yaml', OFF)
    folder.write('checkout/.git/HEAD', '')
    folder.write('checkout/golden-images.yaml', CONFIGURATION)
    const kinds = {
      'leads out of the repository': () => folder.link('checkout/clusters/golden-images.yaml', '../../secret.yaml'),
      'leads to nothing': () => folder.link('checkout/clusters/golden-images.yaml', 'nowhere'),
      'is a link that leads in a circle': () =>
        folder.link('checkout/clusters/golden-images.yaml', 'golden-images.yaml'),
      'is a FIFO': () => folder.fifo('checkout/clusters/golden-images.yaml'),
      'is a folder': () => mkdirSync(folder.at('checkout/clusters/golden-images.yaml')),
    }
    for (const [reason, make] of Object.entries(kinds)) {
      make()
      const { status, stdout } = folder.run(['check', 'clusters/edge'], { cwd: 'checkout' })
      rmSync(folder.at('checkout/clusters/golden-images.yaml'), { recursive: true })
      expect(status).toBe(0)
      expect(stdout).toContain(
        `\nconfiguration: golden-images.yaml\nleft out: clusters/golden-images.yaml ${reason}\nread: 1 cluster in 1 file\n1 warning; `,
      )
    }
    folder.link('checkout/clusters/golden-images.yaml', '../golden-images.yaml')
    const followed = folder.run(['check', 'clusters/edge'], { cwd: 'checkout' })
    expect(followed.stdout).toContain(
      '\nconfiguration: clusters/golden-images.yaml\nread: 1 cluster in 1 file\n1 warning; ',
    )
  })
})

const RELEASE = 'release: HCO 1.20, the newest one known: nothing says which one the cluster runs'

describe('every output tells the configuration that counted, and what it switches off:', () => {
  beforeEach(() => folder.write('checkout/golden-images.yaml', OFF))

  test.for(FORMAT_NAMES)('check --format %s', (format) => {
    const { status, stdout } = folder.run(['check', '--format', format, 'clusters'], { cwd: 'checkout' })
    expect(status).toBe(0)
    expect(stdout).toContain('golden-images.yaml')
    expect(stdout).toContain('duplicate-architecture')
  })

  test.for([['explain'], ['explain', '--format', 'json'], ['render']])('%s', (command) => {
    const { status, stdout, stderr } = folder.run([...command, 'clusters'], { cwd: 'checkout' })
    expect(status).toBe(0)
    expect(stdout + stderr).toMatch(/"?configuration"?: "?golden-images\.yaml/)
    expect(stdout + stderr).toMatch(/"rulesOff": \[\s+"dupl|rules off: duplicate-architecture, schedule-empty\n/)
  })

  test.for(['text', 'json', 'markdown'])('diff --format %s', (format) => {
    folder.write('checkout/new/golden-images.yaml', CONFIGURATION)
    folder.write('checkout/new/edge/hco.yaml', MANIFEST)
    const run = (...sides: string[]) => folder.run(['diff', '--format', format, ...sides], { cwd: 'checkout' }).stdout
    const changed = run('clusters', 'new')
    expect(changed).toMatch(
      /configuration before: golden-images\.yaml|"before": \{\s+"configuration": "golden-images\.yaml"/,
    )
    expect(changed).toMatch(/configuration after: new\/gol|"after": \{\s+"configuration": "new\/golden-images\.yaml"/)
    expect(changed).toMatch(/rules off before: duplicate-architecture|"rulesOff": \[/)
    if (format !== 'json') expect(run('clusters', 'clusters')).toContain('\nconfiguration: golden-images.yaml')
  })

  test('in the summary, with what is ignored', () => {
    const run = (...args: string[]) => folder.run(['check', 'clusters', ...args], { cwd: 'checkout' }).stdout
    expect(run()).toBe(
      `${RELEASE}\nconfiguration: golden-images.yaml\nread: 1 cluster in 1 file\nno findings; rules off: duplicate-architecture, schedule-empty; 2 DataImportCrons for amd64, arm64\n`,
    )
    folder.write('checkout/ignoring.yaml', IGNORING)
    expect(run('--config', 'ignoring.yaml')).toBe(
      `${RELEASE}\nconfiguration: ignoring.yaml\nread: 1 cluster in 1 file\n1 ignored; 2 DataImportCrons for amd64, arm64\n`,
    )
    expect(JSON.parse(run('--format', 'json'))).toMatchObject({
      summary: { ignored: 0, rulesOff: ['duplicate-architecture', 'schedule-empty'] },
      configuration: { file: 'golden-images.yaml' },
    })
  })

  test('when it can not be used', () => {
    folder.write('checkout/golden-images.yaml', OFF.replace('rules', 'rule'))
    const sides = ['clusters', 'clusters/edge']
    for (const args of [
      ['check', 'clusters'],
      ['render', 'clusters'],
      ['explain', 'clusters'],
      ['diff', ...sides],
    ]) {
      const { status, stderr } = folder.run(args, { cwd: 'checkout' })
      expect(status).toBe(2)
      expect(stderr).toMatch(
        /^golden-images: configuration error: golden-images\.yaml:\d+:\d+: `spec\.rule` is no known field; did you mean `rules`\?.*\n$/,
      )
    }
  })

  test('wherever it is from', () => {
    rmSync(folder.at('checkout/golden-images.yaml'))
    const among = folder.run(['check'], { cwd: 'checkout', input: `${MANIFEST}---\n${OFF}` })
    expect(among.stdout).toMatch(/^release: .*\nconfiguration: <stdin>\nno findings; rules off: /)
    folder.write('checkout/clusters/edge/settings.yaml', OFF)
    const found = folder.run(['check', 'clusters'], { cwd: 'checkout' })
    expect(found.stdout).toMatch(/^release: .*\nconfiguration: clusters\/edge\/settings\.yaml\n/)
    const list = folder.run(['render', '--resource-list', 'clusters'], { cwd: 'checkout' }).stdout
    folder.write('checkout/list.yaml', list)
    expect(folder.run(['check', 'list.yaml'], { cwd: 'checkout' }).stdout).toMatch(
      /^release: .*\nconfiguration: list\.yaml\n/,
    )
  })
})

test('a revision names its configuration with it', () => {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
      cwd: folder.at('checkout'),
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: 'pipe',
    })
  folder.write('checkout/golden-images.yaml', OFF)
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'off')
  folder.write('checkout/golden-images.yaml', CONFIGURATION)
  const { stdout } = folder.run(['diff', 'HEAD:clusters', 'clusters'], { cwd: 'checkout' })
  expect(stdout).toContain('configuration before: HEAD:golden-images.yaml\nconfiguration after: golden-images.yaml\n')
})

test('the root of a repository is the nearest folder with an entry of git', () => {
  expect(findRepositoryRoot(folder.at('checkout/clusters'))).toBeUndefined()
  folder.write('.git/HEAD', '')
  expect(findRepositoryRoot(folder.at('checkout/clusters'))).toBe(folder.path)
  folder.write('checkout/.git', 'gitdir: ../.git\n')
  expect(findRepositoryRoot(folder.at('checkout/clusters'))).toBe(folder.at('checkout'))
  expect(findRepositoryRoot(folder.at('checkout/clusters/not/there'))).toBe(folder.at('checkout'))
})
