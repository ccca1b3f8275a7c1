import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { type End, EXECUTABLE, reason, reasonOnLinux, start, startFromShell } from './executable.ts'

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const EMPTY = `${HEAD}items: []\n`
const ITEM = '- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data: {a: "0123456789"}\n'
const NO_MEMORY = 'golden-images: the input must be smaller: the system gives no more memory\n'
/** A kernel can not start it in less, and ends it before it begins. KiB. */
const TO_START = existsSync(EXECUTABLE) ? statSync(EXECUTABLE).size / 1024 + 500 : 0

function answerOf(text: string): End {
  const { exitCode: end, ...streams } = run(text)
  return { end, ...streams }
}

function failure(stderr: string): End {
  return { end: 3, stdout: '', stderr: `golden-images: ${stderr}\n` }
}

const NESTED = 200
const INPUTS: readonly (readonly [string, string])[] = [
  ['an empty list', EMPTY],
  ['a list', `${HEAD}items:\n${ITEM.repeat(5000)}`],
  ['one long line', `${EMPTY}# ${'x'.repeat(1_000_000)}\n`],
  [
    'a list that is parsed as a whole',
    `${HEAD}items: [${'{apiVersion: v1, kind: A, metadata: {name: a}}, '.repeat(50)}]\n`,
  ],
  ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: Array.from({ length: 2000 }, () => ({ a: [1] })) })],
  ['depth', `${HEAD}items:\n- ${'{a: '.repeat(NESTED)}1${'}'.repeat(NESTED)}\n`],
  ['no YAML', 'a: [b\n'],
]

describe.skipIf(reasonOnLinux !== '')(`the native function where little is to be had${reasonOnLinux}`, () => {
  test.for(INPUTS)('answers wholly, or says that there is no more memory: %s', ([, text]) => {
    const answer = answerOf(text)
    let refused = 0
    let kib = TO_START
    for (;;) {
      const outcome = startFromShell(`ulimit -v ${Math.ceil(kib)}`, text)
      if (outcome.end === answer.end && outcome.stderr === answer.stderr) {
        expect(outcome).toEqual(answer)
        break
      }
      expect({ kib, ...outcome }).toEqual({ kib, end: 3, stdout: '', stderr: NO_MEMORY })
      refused++
      kib *= 1.1
    }
    // What is smallest needs nothing more.
    if (text !== EMPTY) expect(refused).toBeGreaterThan(0)
  })

  test.for(INPUTS)('answers wholly, or says that there is no more memory for the stack: %s', ([, text]) => {
    const answer = answerOf(text)
    for (const kib of [16, 24, 32, 48, 64, 100, 128, 256, 1024]) {
      const outcome = startFromShell(`ulimit -s ${kib}`, text)
      if (outcome.end === answer.end && outcome.stderr === answer.stderr) expect(outcome).toEqual(answer)
      // What the engine throws where its stack ends is said, too.
      else expect(outcome).toEqual({ end: 3, stdout: '', stderr: expect.stringMatching(/^golden-images: [^\n]+\n$/) })
    }
  })

  test('reads no further than a list may be long', () => {
    const endless = spawnSync('sh', ['-c', `yes | ${EXECUTABLE}`], { env: { ...process.env, LC_ALL: 'C' } })
    expect({ end: endless.status, stdout: `${endless.stdout}`, stderr: `${endless.stderr}` }).toEqual(
      failure('stdin must be smaller than 512 MiB'),
    )
  })

  test('says why, and gives 3, when a file must not become so large', () => {
    const list = `${HEAD}items:\n${ITEM.repeat(100)}`
    const outcome = startFromShell('ulimit -f 1; out=$(mktemp); trap "" EXIT', list, '>"$out"')
    expect(outcome).toEqual(failure('the output must be writable to its end: EFBIG: file too large, write'))
  })

  test.for(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGALRM', 'SIGXCPU', 'SIGKILL'] as const)(
    'dies of %s as a program does, with nothing said',
    async (signal) => {
      const child = spawn(EXECUTABLE)
      const said: Buffer[] = []
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
      await new Promise((written) => child.stdin.write(EMPTY, written))
      child.kill(signal)
      expect(await once(child, 'close')).toEqual([null, signal])
      expect(`${Buffer.concat(said)}`).toBe('')
    },
  )

  test.for(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS'] as const)(
    'says that it broke off, and gives 3, at %s',
    async (signal) => {
      const child = spawn(EXECUTABLE)
      const said: Buffer[] = []
      child.stderr.on('data', (part: Buffer) => said.push(part))
      // It handles signals before it reads: a pipe's worth is written when it has begun to.
      await new Promise((written) => child.stdin.write(`${EMPTY}# ${'x'.repeat(1 << 20)}`, written))
      child.kill(signal)
      expect(await once(child, 'close')).toEqual([3, null])
      expect(`${Buffer.concat(said)}`).toMatch(
        /^golden-images: a failure of golden-images itself, please report it: [a-z ]+ \(build [^)]+\)\n$/,
      )
    },
  )
})

describe.skipIf(reason !== '')(`the streams of the native function${reason}`, () => {
  const full = !existsSync('/dev/full')
  const unwritable = 'the output must be writable to its end'

  // Only Linux has the device.
  test.skipIf(full)('says why, and gives 3, when the disk is full', () => {
    const expected = failure(`${unwritable}: ENOSPC: no space left on device, write`)
    expect(startFromShell('', EMPTY, '>/dev/full')).toEqual(expected)
    expect(startFromShell('', `${HEAD}items:\n${ITEM.repeat(20_000)}`, '>/dev/full')).toEqual(expected)
    for (const option of ['--help', '--version', '--licenses']) {
      expect(startFromShell('', '', `${option} >/dev/full`)).toEqual(expected)
    }
  })

  test.skipIf(full)('gives 3 when what was found can not be said, with the answer whole', () => {
    expect(startFromShell('', EMPTY, '2>/dev/full')).toEqual({ ...answerOf(EMPTY), end: 3, stderr: '' })
    expect(startFromShell('', 'a: [b\n', '2>/dev/full')).toEqual({ end: 3, stdout: '', stderr: '' })
    expect(startFromShell('', EMPTY, '>/dev/full 2>&1')).toEqual({ end: 3, stdout: '', stderr: '' })
  })

  test('says why, and gives 3, when nobody reads the answer', () => {
    const text = `${EMPTY}# ${'x'.repeat(1 << 20)}\n`
    const { status, stderr } = spawnSync('bash', ['-c', `${EXECUTABLE} | head -c 0; exit "\${PIPESTATUS[0]}"`], {
      input: text,
    })
    expect({ status, stderr: `${stderr}` }).toEqual({
      status: 3,
      stderr: `golden-images: ${unwritable}: EPIPE: broken pipe, write\n`,
    })
  })

  test('says why, and gives 3, when a stream is closed that it needs', () => {
    expect(startFromShell('', '', '<&-')).toEqual(failure('stdin must be readable: EBADF: bad file descriptor, read'))
    expect(startFromShell('', EMPTY, '>&-')).toEqual(failure(`${unwritable}: EBADF: bad file descriptor, write`))
    expect(startFromShell('', '', '<&- >&- 2>&-')).toEqual({ end: 3, stdout: '', stderr: '' })
  })

  test('needs no stderr', () => {
    expect(startFromShell('', EMPTY, '2>&-')).toEqual({ ...answerOf(EMPTY), stderr: '' })
    expect(startFromShell('', 'a: [b\n', '2>&-')).toEqual({ end: 3, stdout: '', stderr: '' })
  })

  test('says why, and gives 3, when stdin is a folder, or write-only', () => {
    expect(startFromShell('', '', '<.')).toEqual(
      failure('stdin must be readable: EISDIR: illegal operation on a directory, read'),
    )
    expect(startFromShell('', '', '0>/dev/null')).toEqual(
      failure('stdin must be readable: EBADF: bad file descriptor, read'),
    )
  })

  test('waits for a stream that is not ready', async () => {
    const child = spawn(EXECUTABLE)
    const answer: Buffer[] = []
    const text = `${HEAD}items:\n${ITEM.repeat(5000)}`
    for (let from = 0; from < text.length; from += 100_000) {
      await new Promise((written) => child.stdin.write(text.slice(from, from + 100_000), written))
    }
    child.stdin.end()
    // More than a pipe holds: it has to wait until somebody reads.
    await new Promise((resolve) => setTimeout(resolve, 100))
    child.stdout.on('data', (part: Buffer) => answer.push(part))
    await once(child, 'close')
    expect(`${Buffer.concat(answer)}`).toBe(start(text).stdout)
  })
})
