/** What a pull request can name a file, a folder or a value: nothing of it is a command to the runner that shows a log. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printable } from '../../src/formats/text/printable.ts'
import { commandLines } from '../formats/read-commands.ts'

const PROGRAM = resolve('dist/golden-images.cjs')
const NODES = readFileSync('test/fixtures/diff/switch-on/new/nodes.yaml', 'utf8')
const WORDS = '::stop-commands::x ##[group]y ##vso[task.setvariable variable=z]z ##teamcity[a] \u001b[2J'
/** Long enough for each of its words to begin a line somewhere. */
const LONG = Array.from({ length: 40 }, (_, index) => `${'x'.repeat(index)} ${WORDS}`).join(' ')
const SIDES = ['::old::side', '##[group]new']

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-commands-'))
  for (const [index, side] of SIDES.entries()) {
    const cluster = join(folder, side, '::error::cluster ##[error]')
    mkdirSync(cluster, { recursive: true })
    writeFileSync(join(cluster, '::error file=a::hco.yaml'), manifest(index))
    writeFileSync(join(cluster, '##[command]nodes.yaml'), NODES)
    mkdirSync(join(folder, side, 'second'))
    writeFileSync(join(folder, side, 'second/hco.yaml'), manifest(1 - index))
  }
  writeFileSync(join(folder, '::broken::.yaml'), `a: [${LONG}\n`)
  writeFileSync(join(folder, '::config::.yaml'), configuration({ rules: { [WORDS]: 'off' }, mode: LONG }))
  writeFileSync(
    join(folder, '##[ignore].yaml'),
    configuration({ ignore: [{ rule: 'architecture-not-trimmed', reason: LONG }] }),
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function configuration(spec: object): string {
  return JSON.stringify({ apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec })
}

function manifest(variant: number): string {
  const template = (name: string, url: string) => ({
    metadata: { name, annotations: { 'ssp.kubevirt.io/dict.architectures': `amd64, arm64,${WORDS}`, [WORDS]: LONG } },
    spec: {
      schedule: `0 ${variant} * * *`,
      managedDataSource: name,
      template: {
        spec: {
          source: { registry: { url } },
          storage: { resources: { requests: { storage: '1Gi' } }, storageClassName: `${LONG}${variant}` },
        },
      },
    },
  })
  const hyperConverged = {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged', namespace: 'kubevirt-hyperconverged', labels: { a: WORDS } },
    spec: {
      featureGates: { enableMultiArchBootImageImport: variant === 1, [WORDS]: true },
      dataImportCronTemplates: [template(`${WORDS}${variant}`, LONG), template('same', `docker://x/${variant}${LONG}`)],
    },
  }
  return JSON.stringify(hyperConverged, null, 2)
}

function start(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, GIT_DIR: '/nowhere/##[git]::error::' },
  })
  return { status, stdout, stderr }
}

const [OLD = '', NEW = ''] = SIDES

const COMMAND_LINES = [
  ...['text', 'json', 'sarif', 'junit', 'github', 'markdown'].map((format) => ['check', '.', '--format', format]),
  ...['text', 'json', 'sarif', 'junit', 'github', 'markdown'].flatMap((format) =>
    SIDES.map((side) => ['check', side, '-c', '##[ignore].yaml', '--format', format]),
  ),
  ...['text', 'json'].map((format) => ['explain', NEW, '--format', format]),
  ...['text', 'json', 'markdown'].map((format) => ['diff', OLD, NEW, '--format', format]),
  ...['text', 'json', 'markdown'].map((format) => ['diff', NEW, OLD, '-c', '##[ignore].yaml', '--format', format]),
  ['explain', NEW, WORDS],
  ['explain', NEW, '##[group]nothing'],
  ['check', '::broken::.yaml'],
  ['check', '::nowhere::', '-o', '##[a]'],
  ['check', NEW, '-c', '::config::.yaml'],
  ['check', NEW, '-c', '::nowhere::\n::error::'],
  ['check', NEW, '-o', `${NEW}/second/hco.yaml`],
  ['check', NEW, '-o', '::nowhere::/##[a]'],
  ['check', '--##[group]\n::error::x'],
  ['##[group]\n::error::x'],
  ['help', '##[group]\n::error::x'],
  ['completion', '::error::x'],
  ['diff', '::error::x:##[group]', 'HEAD:##[group]'],
  ['diff', 'HEAD:##[group]', '.'],
]

// The names of tests reach a runner's log, too.
test.for(COMMAND_LINES.map((args) => [printable(args.join(' ')), args] as const))('%s', ([, args]) => {
  const { stdout, stderr } = start(args)
  const isMeant = (line: string) => args.includes('github') && /^::(error|warning|notice) /.test(line)
  const commands = commandLines(stdout + stderr).filter((line) => !isMeant(line) || /##\w*\[/.test(line))
  expect(commands).toEqual([])
  expect(stdout + stderr).not.toBe('')
  expect(stdout + stderr).not.toContain('\u001b')
})

test('what is rendered is data, and stays as it is', () => {
  expect(start(['render', NEW, '--resource-list']).stdout).toContain('##[group]y ##vso[task.setvariable')
})
