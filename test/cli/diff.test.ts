import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const PROGRAM = resolve('dist/golden-images.cjs')
const FIXTURES = resolve('test/fixtures/diff')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-diff-'))
  git('init', '--quiet')
  const cluster = join(folder, 'clusters/west')
  mkdirSync(join(cluster, '.hidden'), { recursive: true })
  writeFileSync(join(cluster, '.hidden/hco.yaml'), 'kind: [broken apiVersion\n')
  writeFileSync(join(folder, 'golden-images.yaml'), configuration('1.19'))
  cpSync(join(FIXTURES, 'switch-on/old'), cluster, { recursive: true })
  commit('off')
  cpSync(join(FIXTURES, 'switch-on/new'), cluster, { recursive: true })
  commit('on')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function configuration(version: string): string {
  return `apiVersion: golden-images.dev/v1alpha1\nkind: GoldenImages\nspec: {hyperconvergedVersion: "${version}"}\n`
}

function git(...words: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...who, ...words], { cwd: folder, stdio: 'pipe' })
}

function commit(message: string): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}

function diff(args: string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'diff', ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const RELEASE = 'release: HCO 1.20, the newest one known: nothing says which one the cluster runs'

describe('golden-images diff', () => {
  const before = join(FIXTURES, 'switch-on/old')
  const after = join(FIXTURES, 'switch-on/new')
  const expected = readFileSync(join(FIXTURES, 'switch-on/expected.txt'), 'utf8')

  test('compares folders and files', () => {
    expect(diff([before, after])).toEqual({ status: 0, stdout: `${expected}\n${RELEASE}\n`, stderr: '' })
    const files = diff([join(before, 'hyperconverged.yaml'), join(after, 'hyperconverged.yaml')])
    expect(files.stdout).toContain('nothing tells which nodes the cluster has')
  })

  test.for([
    ['HEAD~1:clusters/west', 'HEAD:clusters/west', ''],
    ['HEAD~1:./', 'HEAD:.', 'clusters/west'],
    ['HEAD~1:clusters/west', '.', 'clusters/west'],
    ['HEAD~1:', '.', ''],
  ])('compares git revisions: %s %s', ([old = '', current = '', cwd = '']) => {
    const { status, stdout, stderr } = diff([old, current], join(folder, cwd))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Images for each architecture: off before, on after.')
    expect(stdout).toContain('Storage asked for: 57Gi before, 84Gi after, 27Gi more.')
    expect(stdout).not.toContain('is new')
  })

  test('a file in a revision', () => {
    const file = 'clusters/west/hyperconverged.yaml'
    expect(diff([`HEAD~1:${file}`, `HEAD:${file}`]).stdout).toContain('nothing tells which nodes the cluster has')
  })

  test('each revision has its own configuration, unless one is named', () => {
    writeFileSync(join(folder, 'golden-images.yaml'), configuration('1.17'))
    commit('an older release')
    const { stdout } = diff(['HEAD~1:clusters/west', 'HEAD:clusters/west'])
    // Before 1.18 nobody sets `importsToKeep`, and CDI keeps three.
    expect(stdout).toContain('Storage asked for: 84Gi before, 252Gi after, 168Gi more.')
    const named = diff(['--config', 'golden-images.yaml', 'HEAD~1:clusters/west', 'HEAD:clusters/west'])
    expect(named.stdout).toContain('Nothing changes.')
  })

  test('a configuration among the manifests counts, on its own side', () => {
    const manifest = readFileSync(join(before, 'hyperconverged.yaml'), 'utf8')
    const nodes = readFileSync(join(before, 'nodes.yaml'), 'utf8')
    const [old, current] = ['1.17', '1.20'].map((version) => {
      const file = join(folder, `release-${version}.yaml`)
      writeFileSync(file, [manifest, nodes, configuration(version)].join('---\n'))
      return file
    })
    rmSync(join(folder, 'golden-images.yaml'))
    const { stdout } = diff([old ?? '', current ?? ''])
    expect(stdout).toContain('Replaced (5)')
    expect(stdout).toContain('`spec.importsToKeep`: 1 is added')
  })

  test('prints JSON and Markdown', () => {
    expect(JSON.parse(diff([before, after, '--format', 'json']).stdout)).toMatchObject({
      apiVersion: 'golden-images.dev/v1alpha1',
      kind: 'Difference',
      differs: true,
      clusters: [{ before: { multiArch: false }, after: { multiArch: true }, storageChange: '27Gi' }],
    })
    const markdown = readFileSync(join(FIXTURES, 'switch-on/expected.md'), 'utf8')
    expect(diff([before, after, '--format', 'markdown']).stdout).toBe(`${markdown}\n${RELEASE}.\n`)
  })

  test('exits with 1 on a difference only when asked to', () => {
    expect(diff(['--exit-code', before, after]).status).toBe(1)
    expect(diff(['--exit-code', before, before]).status).toBe(0)
  })

  test('says what it can not do', () => {
    expect(diff([before])).toMatchObject({ status: 2, stdout: '' })
    expect(diff([before, 'nowhere'])).toMatchObject({ status: 3, stdout: '' })
    const revision = diff(['no-such-revision:clusters', '.'])
    expect(revision).toMatchObject({ status: 3, stdout: '' })
    expect(revision.stderr).toContain('git knows no "no-such-revision:clusters"')
    expect(diff(['--', '--output=x:clusters', '.']).stderr).toContain('must not start with "-"')
    expect(diff(['HEAD:clusters', '.'], tmpdir()).stderr).toContain('this is not a git repository')
  })
})
