import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DOMAIN_INPUTS } from './domain-inputs.ts'
import { JSON_INPUTS } from './json-inputs.ts'
import { YAML_INPUTS } from './yaml-inputs.ts'

const FUNCTION = resolve('dist/golden-images-fn.cjs')
const COMMANDS = resolve('dist/golden-images.cjs')
const EXECUTABLE = resolve(`dist/golden-images-fn-${process.platform}-${process.arch}`)
const hasExecutable = existsSync(EXECUTABLE) && process.platform === 'linux'

/**
 * An input under a megabyte is meant to take 200 MB. The densest that are read, a word in four characters, take up to 355 in
 * Node, as much as a dump of Nodes of that density; Node's own share of it differs by release and machine.
 */
const MOST_MEMORY = 400_000
const MOST_OF_THE_EXECUTABLE = 260_000
/** A hang is found, not slowness: the machine may have much else to do. */
const HANG = 60_000

/** All of them take ten minutes of two processors, one in eight takes one. */
const ALL = [...YAML_INPUTS, ...JSON_INPUTS, ...DOMAIN_INPUTS]
const INPUTS = new Map(process.env.HOSTILE === 'all' ? ALL : ALL.filter((_, place) => place % 8 === 0))
const SHARE = INPUTS.size === ALL.length ? '' : ` (${INPUTS.size} of ${ALL.length}; HOSTILE=all takes them all)`
/** Each of these processes takes a while: a value is given to the reader that it is worse for. */
const toFunction = [...INPUTS].filter(([name]) => !name.endsWith(', alone') && !name.endsWith(', as items'))
const toCheck = [...INPUTS].filter(([name]) => !name.endsWith(', in a HyperConverged') || name.startsWith('JSON'))
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly end: number | string | null
  readonly stderr: string
  /** In kilobytes; 0 where nobody told. */
  readonly memory: number
}

function run(command: string, args: readonly string[], input: string): Promise<Ended> {
  return new Promise((end) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      timeout: HANG,
      killSignal: 'SIGKILL',
    })
    const texts = { stderr: '', memory: '' }
    child.stderr?.on('data', (chunk) => {
      texts.stderr += chunk
    })
    child.stdio[3]?.on('data', (chunk) => {
      texts.memory += chunk
    })
    child.on('close', (code, signal) => {
      end({ end: signal ?? code, stderr: texts.stderr, memory: Number(texts.memory) })
    })
    // Who refuses at once does not read to the end.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

function runNode(args: readonly string[], input = ''): Promise<Ended> {
  return run(process.execPath, ['--require', resolve('test/hostile/report-memory.cjs'), ...args], input)
}

function expectAnswer({ end, stderr, memory }: Ended): void {
  expect([0, 1, 2, 3]).toContain(end)
  expect(stderr).not.toContain('failure of golden-images itself')
  expect(stderr).not.toContain('Error:')
  if (end === 2 || end === 3) expect(stderr).toMatch(/^golden-images: .*must/s)
  expect(memory).toBeLessThan(MOST_MEMORY)
}

test('no input is larger than a megabyte', () => {
  for (const [name, text] of ALL)
    expect({ name, size: text().length }).toHaveProperty(
      'size',
      expect.toSatisfy((size: number) => size <= 1_000_000),
    )
})

describe.concurrent(`a hostile input is answered, or refused with words${SHARE}`, () => {
  test.each(toFunction)('by the function: %s', async (_, text) => {
    expectAnswer(await runNode([FUNCTION], text()))
  })

  test.each(toCheck)('by `check`: %s', async (name, text) => {
    const file = join(folder, `${name.replaceAll(/\W/g, '-')}.yaml`)
    writeFileSync(file, text())
    expectAnswer(await runNode([COMMANDS, 'check', file]))
    rmSync(file)
  })

  test.skipIf(!hasExecutable).each(toFunction)('by the executable: %s', async (_, text) => {
    const limited = `ulimit -v ${MOST_OF_THE_EXECUTABLE}; exec "$0"`
    expectAnswer(await run('sh', ['-c', limited, EXECUTABLE], text()))
  })
})

test.each(['json', 'sarif', 'junit', 'github', 'markdown'])(
  'an alias bomb is refused by `check -f %s`',
  async (format) => {
    const ended = await runNode([COMMANDS, 'check', '-f', format, '-'], bomb())
    expect(ended).toMatchObject({ end: 3, stderr: expect.stringContaining('the aliases must not stand for more than') })
  },
)

test.each([['render'], ['render', '--resource-list'], ['explain']])(
  'an alias bomb is refused by `%s %s`',
  async (...args) => {
    const ended = await runNode([COMMANDS, ...args, '-'], bomb())
    expect(ended).toMatchObject({ end: 3, stderr: expect.stringContaining('the aliases must not stand for more than') })
  },
)

test('an alias bomb is refused by `diff` and as a configuration', async () => {
  const file = join(folder, 'bomb.yaml')
  // A file that mentions nothing of ours is not read at all.
  writeFileSync(file, `# a HyperConverged\n${bomb()}`)
  const refused = expect.stringContaining('the aliases must not stand for more than')
  expect(await runNode([COMMANDS, 'diff', file, file])).toMatchObject({ end: 3, stderr: refused })
  const check = [COMMANDS, 'check', '--config', file, 'examples/plain-kubernetes']
  expect(await runNode(check)).toMatchObject({ end: 2, stderr: refused })
})

function bomb(): string {
  return `apiVersion: v1\nkind: A\nb: &b ${'x'.repeat(10_000)}\nc: [${'*b, '.repeat(10_000)}]\n`
}
