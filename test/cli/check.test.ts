import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const PROGRAM = resolve('dist/golden-images.cjs')
const CASE = readFileSync('test/fixtures/rules/err/duplicate-architecture.yaml', 'utf8')
const [CONFIGURATION = '', MANIFEST = ''] = CASE.split('---\n')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-check-'))
  mkdirSync(join(folder, 'clusters/edge'), { recursive: true })
  mkdirSync(join(folder, 'node_modules/x'), { recursive: true })
  writeFileSync(join(folder, 'golden-images.yaml'), CONFIGURATION)
  writeFileSync(join(folder, 'clusters/edge/hco.yaml'), MANIFEST)
  writeFileSync(join(folder, 'clusters/edge/values.yaml'), 'this: {is: [no manifest\n')
  writeFileSync(join(folder, 'node_modules/x/hco.yaml'), MANIFEST)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH },
  })
  return { status, stdout, stderr }
}

describe('golden-images check', () => {
  test('finds the configuration above the input, and names file, line and column', () => {
    const { status, stdout, stderr } = run(['check', 'clusters'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^clusters\/edge\/hco\.yaml:12:45 warning duplicate-architecture\n/)
    expect(stdout).toMatch(/\n +12 \| +ssp\.kubevirt\.io\/dict\.architectures: "amd64,arm64,amd64"\n +\| +\^{19}/)
    expect(stdout).toMatch(/\n1 warning; 2 DataImportCrons for amd64, arm64\n$/)
  })

  test('reads globs and stdin, and several paths at once', () => {
    expect(run(['check', 'clusters/*/h*.yaml']).stdout).toContain('clusters/edge/hco.yaml:12:45 warning')
    expect(run(['check', '-'], MANIFEST).stdout).toContain(':12:45 warning duplicate-architecture')
    expect(run(['check'], MANIFEST).stdout).toContain(':12:45 warning duplicate-architecture')
    const twice = run(['check', 'clusters', 'clusters/edge/hco.yaml', '--format', 'json'])
    expect(JSON.parse(twice.stdout).findings).toHaveLength(1)
  })

  test('exits as asked', () => {
    expect(run(['check', '--fail-on', 'warning', 'clusters']).status).toBe(1)
    expect(run(['check', '--fail-on', 'never', 'clusters']).status).toBe(0)
    writeFileSync(join(folder, 'bad.yaml'), CONFIGURATION.replace('architectures', 'architecture'))
    const misconfigured = run(['check', '--config', 'bad.yaml', 'clusters'])
    expect(misconfigured).toMatchObject({ status: 2, stdout: '' })
    expect(misconfigured.stderr).toContain('`spec.architecture` is no known field')
    expect(run(['check', 'nowhere.yaml'])).toEqual({
      status: 3,
      stdout: '',
      stderr: 'golden-images: no file is there for "nowhere.yaml"\n',
    })
    const broken = run(['check', 'clusters/edge/values.yaml', 'clusters/edge/hco.yaml'])
    expect(broken.status).toBe(1)
    expect(broken.stdout).toContain('clusters/edge/values.yaml:1:24 error manifest-unreadable\n')
    expect(broken.stdout).toContain('clusters/edge/hco.yaml:12:45 warning duplicate-architecture\n')
    expect(run(['check', '-'], 'this: {is: [no manifest\n')).toMatchObject({ status: 3, stdout: '' })
  })

  test('writes several formats at once, each into its file', () => {
    const { status, stdout } = run([
      'check',
      '-f',
      'sarif',
      '-o',
      'x.sarif',
      '-f',
      'junit',
      '-o',
      'x.xml',
      '-f',
      'text',
      'clusters',
    ])
    expect(status).toBe(0)
    expect(stdout).toContain('duplicate-architecture')
    const sarif = JSON.parse(readFileSync(join(folder, 'x.sarif'), 'utf8'))
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('clusters/edge/hco.yaml')
    expect(readFileSync(join(folder, 'x.xml'), 'utf8')).toContain('<testsuite name="clusters/edge/hco.yaml"')
  })

  test.for([
    ['two formats on stdout', ['check', '-f', 'json', '-f', 'text', 'clusters'], 2, /only one format can go to stdout/],
    [
      'an output too many',
      ['check', '-f', 'json', '-o', 'a', '-o', 'b', 'clusters'],
      2,
      /must follow a --format of its own/,
    ],
    ['an unknown format', ['check', '-f', 'yaml', 'clusters'], 2, /Allowed choices are text, json, sarif/],
    ['an unknown command', ['chekc'], 2, /unknown command 'chekc'/],
    [
      'an output that can not be written',
      ['check', '-f', 'json', '-o', 'no/where', 'clusters'],
      3,
      /"no\/where" must be writable/,
    ],
  ] as const)('%s is told', ([, args, status, stderr]) => {
    const outcome = run([...args])
    expect(outcome).toMatchObject({ status, stdout: '' })
    expect(outcome.stderr).toMatch(stderr)
  })

  test('has help, and colours for a terminal alone', () => {
    expect(run(['check', '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--fail-on') })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour is one
    expect(run(['check', 'clusters']).stdout).not.toMatch(/\u001b/)
  })
})

describe('golden-images render', () => {
  test('prints documents, without where they came from', () => {
    const { status, stdout, stderr } = run(['render', 'clusters'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^apiVersion: cdi\.kubevirt\.io\/v1beta1\nkind: DataImportCron\n/)
    expect(stdout).not.toContain('internal.config.kubernetes.io')
    expect(stderr).toMatch(
      /^golden-images: 1 warning; 2 DataImportCrons for amd64, arm64\nwarning duplicate-architecture clusters\/edge\/hco\.yaml /,
    )
  })

  test('prints the whole ResourceList, which renders to itself', () => {
    const { stdout } = run(['render', '--resource-list', 'clusters'])
    expect(stdout).toMatch(/^apiVersion: config\.kubernetes\.io\/v1\nkind: ResourceList\n/)
    expect(run([], stdout)).toMatchObject({ status: 0, stdout })
  })

  test('prints nothing when it fails', () => {
    const failing = MANIFEST.replace('"amd64,arm64,amd64"', 's390x')
    expect(run(['render'], failing)).toMatchObject({ status: 1, stdout: '' })
    expect(run(['render'], '')).toMatchObject({ status: 3, stdout: '' })
  })
})

describe('golden-images completion', () => {
  test('prints a script that bash takes', () => {
    const { status, stdout } = run(['completion', 'bash'])
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash expands it
    const ask = 'COMP_WORDS=(golden-images check --format ""); COMP_CWORD=3; _golden_images; echo "${COMPREPLY[@]}"'
    const answer = execFileSync('bash', ['-c', `${stdout}\n${ask}`], { encoding: 'utf8' })
    expect(answer.trim()).toBe('text json sarif junit github markdown')
  })

  test.for(['zsh', 'fish'])('prints one for %s', (shell) => {
    expect(run(['completion', shell]).stdout).toContain('golden-images')
  })

  test('knows no other shell', () => {
    expect(run(['completion', 'tcsh'])).toMatchObject({ status: 2, stdout: '' })
  })
})
