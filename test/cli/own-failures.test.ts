/** A failure of ours is called one: exit code 3, words that name the build, and a stack only for who asks for it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildId } from '../../scripts/build-id.ts'
import { describeFailure } from '../../src/cli/describe-failure.ts'
import { failureOf } from '../../src/cli/sources/system-failure.ts'
import { InputError } from '../../src/input-error.ts'

const OURS = 'a failure of golden-images itself, please report it'
const LIST = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- kind: Node\n  apiVersion: v1\n'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-failures-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a program in which the reading of `LIST` throws. */
function startWith(fault: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const file = join(folder, 'fault.cjs')
  // Node itself keeps functions of its own; only the program calls this one.
  writeFileSync(
    file,
    `const { charCodeAt } = String.prototype
     String.prototype.charCodeAt = function (index) {
       if (this.startsWith('apiVersion: config')) throw ${fault}
       return charCodeAt.call(this, index)
     }\n`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/${program}.cjs`, ...args], {
    env: { ...process.env, NODE_OPTIONS: `--require=${file}`, ...env },
    encoding: 'utf8',
    input: LIST,
    timeout: 100_000,
  })
  return { status, stdout, stderr }
}

const PROGRAMS: [program: string, args: string[]][] = [
  ['golden-images-fn', []],
  ['golden-images', []],
  ['golden-images', ['check', '-']],
  ['golden-images', ['render', '-']],
  ['golden-images', ['explain', '-']],
]

describe.for(PROGRAMS)('%s %j', ([program, args]) => {
  test('calls a bug a failure of its own, in a line with the build', () => {
    expect(startWith("new TypeError('a\\n::error::b')", program, args)).toEqual({
      status: 3,
      stdout: '',
      stderr: `golden-images: ${OURS}: TypeError: a\\n::error::b (build ${buildId()})\n`,
    })
  })

  test('says where, to who asks', () => {
    const { status, stdout, stderr } = startWith("new TypeError('a\\n::error::b')", program, args, {
      GOLDEN_IMAGES_DEBUG: '1',
    })
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    const [line, ...stack] = stderr.trimEnd().split('\n')
    expect(line).toBe(`golden-images: ${OURS}: TypeError: a\\n::error::b (build ${buildId()})`)
    expect(stack.length).toBeGreaterThan(1)
    for (const frame of stack) expect(frame).toMatch(/^ {4}at .*$/)
    expect(stderr).toMatch(/\((?:file:\/\/)?[^\s()]*golden-images[\w/.-]*js:\d+:\d+\)/)
  })

  test('says that the input must be simpler where the engine ends', () => {
    const { status, stdout, stderr } = startWith("new RangeError('deep')", program, args)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^golden-images: .*the input must be simpler: reading it failed with "deep"\n$/)
  })
})

test('no stack for anybody else, nor for what the input or the command line is to blame for', () => {
  const bug = "new TypeError('a')"
  for (const GOLDEN_IMAGES_DEBUG of ['', '0', 'true'])
    expect(startWith(bug, 'golden-images-fn', [], { GOLDEN_IMAGES_DEBUG }).stderr).toMatch(/^[^\n]+\n$/)
  const missing = startWith(bug, 'golden-images', ['check', 'nowhere'], { GOLDEN_IMAGES_DEBUG: '1' })
  expect(missing).toMatchObject({
    status: 3,
    stderr: expect.stringMatching(/^golden-images: no file is there for "nowhere"\n$/),
  })
})

test('what nobody catches has a stack, too', () => {
  const late = join(folder, 'late.cjs')
  writeFileSync(late, "process.nextTick(() => { throw new Error('a') })\n")
  for (const [GOLDEN_IMAGES_DEBUG, lines] of [
    ['0', /^[^\n]+\n$/],
    ['1', /^[^\n]+\n(?: {4}at .*\n)+$/],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ['dist/golden-images.cjs', 'check', '-'], {
      env: { ...process.env, NODE_OPTIONS: `--require=${late}`, GOLDEN_IMAGES_DEBUG },
      encoding: 'utf8',
      input: '',
    })
    expect(status).toBe(3)
    expect(stderr).toMatch(lines)
    expect(stderr).toContain(`${OURS}: Error: a (build ${buildId()})\n`)
  }
})

test('each kind of error has its words', () => {
  expect(describeFailure(new InputError('"a" must be a file'))).toBe('"a" must be a file')
  expect(describeFailure(new RangeError('Invalid string length'))).toBe(
    'the input must be simpler: it is too large or too deep (Invalid string length)',
  )
  expect(describeFailure(Object.assign(new Error('ENOENT: no such file'), { syscall: 'open' }))).toBe(
    'ENOENT: no such file',
  )
  for (const error of [new TypeError('a'), new Error('b'), new ReferenceError('c'), 'd', undefined])
    expect(describeFailure(error)).toBe(`${OURS}: ${error} (build from source)`)
})

test('what the system does not say is no word of its on a file', () => {
  expect(failureOf(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('can not be read (EIO)')
  expect(() => failureOf(new TypeError('x is not a function'))).toThrow(TypeError)
})
