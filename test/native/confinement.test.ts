import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readCases } from '../conformance-case.ts'
import { succeeds } from '../examples/run-process.ts'
import { EXECUTABLE, reasonOnLinux } from './executable.ts'

const EMPTY = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n'
/** What native/src/filter.rs allows. */
const ALLOWED = new Set(
  'read write mmap mprotect mremap munmap madvise brk nanosleep clock_nanosleep exit_group'.split(' '),
)
/** What the C library and the launcher ask for before: how the process is to be run, and nothing outside of it. */
const AT_START = new Set(
  'execve arch_prctl set_tid_address set_robust_list rseq prlimit64 getrlimit readlink readlinkat getrandom newfstatat fstat sigaltstack rt_sigaction rt_sigprocmask prctl seccomp'.split(
    ' ',
  ),
)

const folder = mkdtempSync(join(tmpdir(), 'golden-images-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Of a process that waits for its input. */
async function whileItWaits<T>(look: (read: (file: string) => string) => T): Promise<T> {
  const child = spawn(EXECUTABLE)
  // It has been confined when it has read so much that the pipe took the rest.
  await new Promise((written) => child.stdin.write(`${EMPTY}# ${'x'.repeat(1 << 20)}\n`, written))
  const seen = look((file) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8'))
  child.stdin.end()
  child.stdout.resume()
  expect(await once(child, 'close')).toEqual([0, null])
  return seen
}

function field(status: string, name: string): number | undefined {
  const [, number] = new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(status) ?? []
  return number === undefined ? undefined : Number(number)
}

describe.skipIf(reasonOnLinux !== '')(`the native function can do nothing else${reasonOnLinux}`, () => {
  const own = reasonOnLinux === '' ? readFileSync('/proc/self/status', 'utf8') : ''
  const hasFilters = field(own, 'Seccomp') !== undefined
  const noFilters = hasFilters ? '' : ' (skipped: this kernel has no filters)'

  test.skipIf(!hasFilters)(`is under a filter of its own before it reads${noFilters}`, async () => {
    const status = await whileItWaits((read) => read('status'))
    expect(field(status, 'NoNewPrivs')).toBe(1)
    expect(field(status, 'Seccomp')).toBe(2)
    // A container has one already.
    const before = field(own, 'Seccomp_filters')
    if (before !== undefined) expect(field(status, 'Seccomp_filters')).toBe(before + 1)
  })

  const canTrace = succeeds('strace', '-qq', '-o', '/dev/null', 'true')
  const noStrace = canTrace ? '' : ' (skipped: no strace that can trace)'

  /** The calls of a run, in order. */
  function callsOf(input: string): readonly string[] {
    const log = join(folder, 'calls')
    const { status } = spawnSync('strace', ['-f', '-qq', '-o', log, EXECUTABLE], { input })
    expect(status).not.toBeNull()
    return [...readFileSync(log, 'utf8').matchAll(/^\d+ +(\w+)\(/gm)].map(([, call = '']) => call)
  }

  test.skipIf(!canTrace)(`asks the system for little, and for less once it reads${noStrace}`, () => {
    const texts = (['named', 'operators', 'releases'] as const).flatMap((file) =>
      readCases(file).map(({ input: { hyperConverged, nodes } }) =>
        JSON.stringify({
          apiVersion: 'config.kubernetes.io/v1',
          kind: 'ResourceList',
          items: [hyperConverged, ...nodes],
        }),
      ),
    )
    const item = '- apiVersion: v1\n  kind: A\n  metadata: {name: a}\n'
    const large = `${EMPTY.replace(' []', '')}${item.repeat(50_000)}`
    for (const text of [EMPTY, '', 'a: [b', large, ...texts.filter((_, index) => index % 5 === 0)]) {
      const calls = callsOf(text)
      const first = calls.indexOf('read')
      expect(calls.slice(0, first).filter((call) => !AT_START.has(call) && !ALLOWED.has(call))).toEqual([])
      expect(calls.slice(first).filter((call) => !ALLOWED.has(call))).toEqual([])
      // Itself, by whoever traces.
      expect(calls.filter((call) => call === 'execve')).toHaveLength(1)
    }
  })

  test.skipIf(!canTrace || !hasFilters)(`is ended by what it never asks for${noStrace || noFilters}`, () => {
    // Strace makes another call of its read; the kernel asks the filter after that.
    const args = ['-qq', '-o', '/dev/null', '-e', 'inject=read:retval=0:syscall=getpid:when=1', EXECUTABLE]
    const { status, stdout, stderr } = spawnSync('strace', args, { input: EMPTY })
    expect({ status, stdout: `${stdout}`, stderr: `${stderr}` }).toEqual({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(
        /^golden-images: a failure of golden-images itself, please report it: it asked the system for what it never needs \(build [^)]+\)\n$/,
      ),
    })
  })
})

const PT_GNU_STACK = 0x6474e551
const PT_GNU_RELRO = 0x6474e552
const EXECUTE = 1

describe.skipIf(reasonOnLinux !== '')(`the executable gives little to hold on to${reasonOnLinux}`, () => {
  const file = reasonOnLinux === '' ? readFileSync(EXECUTABLE) : Buffer.alloc(64)
  const segments = Array.from({ length: file.readUInt16LE(56) }, (_, index) => {
    const at = Number(file.readBigUInt64LE(32)) + index * file.readUInt16LE(54)
    return {
      type: file.readUInt32LE(at),
      flags: file.readUInt32LE(at + 4),
      place: Number(file.readBigUInt64LE(at + 16)),
      size: Number(file.readBigUInt64LE(at + 40)),
    }
  })

  interface Mapping {
    readonly start: number
    readonly end: number
    readonly rights: string
    readonly name: string
  }

  async function mappings(): Promise<readonly Mapping[]> {
    const maps = await whileItWaits((read) => read('maps'))
    return [...maps.matchAll(/^(\w+)-(\w+) (\S+) \S+ \S+ \S+ *(.*)$/gm)].map(
      ([, start = '', end = '', rights = '', name = '']) => ({
        start: Number.parseInt(start, 16),
        end: Number.parseInt(end, 16),
        rights,
        name,
      }),
    )
  }

  const code = (all: readonly Mapping[]) =>
    all.find(({ rights, name }) => rights.startsWith('r-x') && name === resolve(EXECUTABLE))

  test('has no memory that can be written and executed, and no executable stack', async () => {
    const all = await mappings()
    expect(all.filter(({ rights }) => /w.?x/.test(rights))).toEqual([])
    expect(all.filter(({ rights }) => rights.includes('x')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([resolve(EXECUTABLE)]),
    )
    expect(segments.filter(({ type }) => type === PT_GNU_STACK).map(({ flags }) => flags & EXECUTE)).toEqual([0])
  })

  // Rust links none such for other processors (docs/decisions/0008-a-movable-executable-with-a-snapshot.md).
  test.skipIf(process.arch !== 'x64')('is at another place in each process', async () => {
    const [randomize] = readFileSync('/proc/sys/kernel/randomize_va_space', 'utf8')
    const places = [code(await mappings()), code(await mappings())].map((mapping) => mapping?.start)
    expect(places).not.toContain(undefined)
    // ET_DYN.
    expect(file.readUInt16LE(16)).toBe(3)
    if (randomize !== '0') expect(places[0]).not.toBe(places[1])
  })

  test('has tables of addresses that can not be written', async () => {
    const all = await mappings()
    const moved = Math.min(
      ...all
        .filter(({ name }) => name === resolve(EXECUTABLE))
        .map(({ start }) => start)
        .filter((start) => start > 2 ** 36),
    )
    const tables = segments.filter(({ type }) => type === PT_GNU_RELRO)
    expect(tables).toHaveLength(1)
    for (const { place, size } of tables) {
      for (const at of [moved + place, moved + place + size - 1]) {
        expect(all.find(({ start, end }) => start <= at && at < end)).toMatchObject({ rights: 'r--p' })
      }
    }
  })

  test('holds no path of who built it', () => {
    for (const path of [homedir(), process.env.CARGO_HOME, process.env.RUSTUP_HOME, resolve('.'), resolve('build')]) {
      // A folder at the root would be in many words.
      if (path !== undefined && path.length > 1)
        expect({ path, at: file.indexOf(`${path}/`) }).toEqual({ path, at: -1 })
    }
  })
})
