/** Whatever the streams do and whatever fails: a documented exit code, at most a line on stderr, and never a stack. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const DIST = resolve('dist')
const CLEAN = resolve('test/fixtures/diff/switch-on/new')
const FAILING = resolve('test/fixtures/rules/err/duplicate-template-name.yaml')
const FULL_MISSING = existsSync('/dev/full') ? '' : ' (skipped: no /dev/full)'
const FAILED = /^golden-images: .*\n$/

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-exit-'))
  symlinkSync('circle', join(folder, 'circle'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `golden-images` and `function` are commands of the script. */
function inShell(script: string, { dist = DIST, env = {} }: { dist?: string; env?: NodeJS.ProcessEnv } = {}) {
  const commands = ['golden-images', 'golden-images-fn'].map(
    (name) =>
      `${name === 'golden-images' ? name : 'function_'}() { "${process.execPath}" "${dist}/${name}.cjs" "$@"; }\n`,
  )
  const { status, stdout, stderr } = spawnSync('bash', ['-c', commands.join('') + script], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input: '',
    timeout: 100_000,
  })
  return { status, stdout, stderr }
}

describe.skipIf(FULL_MISSING !== '')(`a full disk${FULL_MISSING}`, () => {
  test.for([
    '--help',
    '--version',
    'help',
    'help check',
    'check --help',
    'completion bash',
    'explain no-hyperconverged',
    `check ${CLEAN}`,
    `check ${FAILING}`,
    `render ${CLEAN}`,
    `explain ${CLEAN}`,
    `diff ${CLEAN} ${CLEAN}`,
  ])('takes no stdout: %s', (args) => {
    const { status, stderr } = inShell(`golden-images ${args} >/dev/full`)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^golden-images: the output must be writable to its end: ENOSPC.*\n$/)
  })

  // Only success would hide that words are lost.
  test.for<[args: string, status: number]>([
    ['check --nonsense', 2],
    ['nonsense', 2],
    ['completion nonsense', 2],
    ['check --config nowhere .', 3],
    ['check nowhere', 3],
    [`check ${FAILING}`, 1],
    [`check ${CLEAN}`, 0],
    [`render ${CLEAN}`, 3],
  ])('takes no words: %s', ([args, status]) => {
    expect(inShell(`golden-images ${args} 2>/dev/full`)).toMatchObject({ status, stderr: '' })
  })

  test('takes no words of the function', () => {
    const configuration = '{"kind": "GoldenImages", "apiVersion": "golden-images.dev/v1alpha1", "spec": {"mode": 1}}'
    const list = `{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [], "functionConfig": ${configuration}}`
    expect(inShell(`echo '${list}' | function_ 2>/dev/full`)).toEqual({ status: 2, stdout: '', stderr: '' })
    expect(inShell('echo nothing | function_ 2>/dev/full')).toEqual({ status: 3, stdout: '', stderr: '' })
  })
})

test.for(['--help', '--version', 'check --help', 'completion bash', `check ${CLEAN}`, `explain ${CLEAN}`])(
  'a pipe that nobody reads: %s',
  (args) => {
    // The reader is gone before anything is written.
    const { status, stderr } = inShell(`{ sleep 1; golden-images ${args}; } | true; exit "\${PIPESTATUS[0]}"`)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^golden-images: the output must be writable to its end: EPIPE.*\n$/)
  },
)

test.for<[script: string, status: number]>([
  ['golden-images check <&-', 3],
  ['golden-images check <.', 3],
  ['golden-images <&-', 3],
  ['golden-images <.', 3],
  ['function_ <.', 3],
  [`golden-images check ${CLEAN} <&-`, 0],
  ['golden-images explain circle', 3],
  ['golden-images check circle', 3],
  ['golden-images diff circle circle', 3],
  ['golden-images render circle', 3],
  ['golden-images check --config circle -', 3],
  [`golden-images explain ${'a'.repeat(5000)}`, 3],
  [`golden-images explain ./${'a'.repeat(5000)}`, 3],
  [`golden-images check ${'a'.repeat(5000)}`, 3],
  [`golden-images diff ${'a'.repeat(5000)} .`, 3],
  [`golden-images explain ${CLEAN} ${'a'.repeat(5000)}`, 2],
  ['mkdir gone; cd gone; rmdir ../gone; golden-images check .', 3],
  ['golden-images help nonsense', 2],
  ['golden-images check --output', 2],
  ['golden-images diff one', 2],
])('%s', ([script, status]) => {
  const outcome = inShell(script)
  expect(outcome.status).toBe(status)
  expect(outcome.stderr).toMatch(status === 0 ? /^$/ : /^[^\n]+\n$/)
  if (status !== 0) expect(outcome.stdout).toBe('')
  expect(outcome.stderr).not.toMatch(/\bat .*:\d+:\d+|please report/)
})

test('a usage error is one line, whatever is in it', () => {
  expect(inShell(`golden-images check $'--\\e[2J\\n::error::x'`).stderr).toBe(
    "error: unknown option '--\\u001b[2J\\n::error::x'\n",
  )
  expect(inShell('golden-images chekc').stderr).toBe("error: unknown command 'chekc' (Did you mean check?)\n")
  expect(inShell(`golden-images help $'a\\nb'`).stderr).toBe("error: unknown command 'a\\nb'\n")
  expect(inShell(`golden-images check -f text -o a -o $'b\\nc'`)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'error: --output b\\nc must follow a --format of its own\n',
  })
})

describe('what nobody catches', () => {
  test.for([
    'throw new Error("a\\n::error::b")',
    'Promise.reject(new Error("a\\n::error::b"))',
    'throw { toString() { throw 1 } }',
    'process.stdout.emit("error", new Error("a"))',
  ])('%s', (code) => {
    const fault = join(folder, 'fault.cjs')
    writeFileSync(fault, `process.nextTick(() => { ${code} })\n`)
    const { status, stdout, stderr } = inShell(`golden-images check ${CLEAN}`, {
      env: { NODE_OPTIONS: `--require=${fault}` },
    })
    expect(status).toBe(3)
    // Node tells of a promise only when nothing else is left to do at once.
    if (!code.startsWith('Promise')) expect(stdout).toBe('')
    expect(stderr).toMatch(code.includes('toString') ? /^$/ : FAILED)
  })

  test.for([
    ['golden-images-commands.cjs', 'golden-images check .'],
    ['golden-images-fn/function.js', 'golden-images'],
    ['golden-images-fn/function.js', 'function_'],
  ])('a program that is broken: %s, %s', ([file = '', script = '']) => {
    const dist = mkdtempSync(join(folder, 'dist-'))
    cpSync(DIST, dist, { recursive: true })
    writeFileSync(join(dist, file), 'this is no program')
    const outcome = inShell(script, { dist })
    expect(outcome).toMatchObject({ status: 3, stdout: '' })
    expect(outcome.stderr).toMatch(FAILED)
    rmSync(join(dist, file))
    const missing = inShell(script, { dist })
    expect(missing).toMatchObject({ status: 3, stdout: '' })
    expect(missing.stderr).toMatch(FAILED)
  })
})
