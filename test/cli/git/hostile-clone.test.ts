import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SAFE_OPTIONS, safeEnvironment } from '../../../src/cli/sources/git/safe-call.ts'
import {
  type Clone,
  callPlainGit,
  callProgram,
  createArea,
  createClone,
  createRepository,
  wasRun,
} from './hostile-clone.ts'
import { TRAPS } from './traps.ts'

const area = createArea()
const repository = join(area, 'repository')
let clone: Clone

beforeAll(() => createRepository(repository))
beforeEach(() => {
  clone = createClone(repository)
})

afterEach(() => rmSync(clone.area, { recursive: true, force: true }))
afterAll(() => rmSync(area, { recursive: true, force: true }))

const COMMANDS = [
  ['diff', 'HEAD~1:clusters/west', 'HEAD:clusters/west'],
  ['diff', 'HEAD~1:.', '.'],
  ['check', 'clusters'],
  ['explain', 'clusters'],
  ['render', 'clusters'],
]

// The programs that lie in wait are scripts of a shell.
describe.skipIf(process.platform === 'win32')('nothing of a clone is run', () => {
  describe.for(TRAPS)('$name', ({ set, sprungBy }) => {
    test.runIf(sprungBy)('by a git that is called without care it is', () => {
      const folder = set(clone) ?? clone.folder
      callPlainGit(folder, sprungBy ?? [])
      expect(wasRun(clone)).toBe(true)
    })

    test('by no command it is', () => {
      const folder = set(clone) ?? clone.folder
      const codes = COMMANDS.map((words) => {
        const { status, stderr } = callProgram(folder, words)
        expect(stderr).not.toContain('a failure of golden-images itself')
        expect({ words, ran: wasRun(clone) }).toEqual({ words, ran: false })
        return status
      })
      expect(codes.slice(2)).toEqual([0, 0, 0])
    })

    test('nor by a git that is too old to be told not to fetch', () => {
      const folder = set(clone) ?? clone.folder
      const { GIT_NO_LAZY_FETCH, ...env } = safeEnvironment(process.env, folder)
      expect(GIT_NO_LAZY_FETCH).toBe('1')
      const words = ['cat-file', '-p', 'HEAD~1:clusters/west/nodes.yaml']
      spawnSync('git', [...SAFE_OPTIONS, ...words], { cwd: folder, env })
      expect(wasRun(clone)).toBe(false)
    })
  })

  test('a program that is called git, in the working folder', () => {
    cpSync(clone.program, join(clone.folder, 'git'))
    for (const path of ['.', '']) {
      const environment = { PATH: [path, process.env.PATH].join(delimiter) }
      callPlainGit(clone.folder, ['version'], environment)
      expect(wasRun(clone)).toBe(true)
      const { status } = callProgram(clone.folder, ['diff', 'HEAD~1:clusters/west', 'HEAD:clusters/west'], environment)
      expect({ status, ran: wasRun(clone) }).toEqual({ status: 0, ran: false })
    }
  })

  test('only diff starts git', () => {
    const folder = join(clone.area, 'programs')
    mkdirSync(folder)
    cpSync(clone.program, join(folder, 'git'))
    chmodSync(join(folder, 'git'), 0o755)
    const environment = { PATH: [folder, process.env.PATH].join(delimiter) }
    callProgram(clone.folder, ['diff', 'HEAD:clusters/west', '.'], environment)
    expect(wasRun(clone)).toBe(true)
    for (const command of ['check', 'explain', 'render']) callProgram(clone.folder, [command, 'clusters'], environment)
    expect(wasRun(clone)).toBe(false)
  })

  test('variables that are left from elsewhere', () => {
    const words = ['diff', 'HEAD~1:clusters/west', 'HEAD:clusters/west']
    const expected = callProgram(clone.folder, words)
    expect(expected).toMatchObject({ status: 0, stderr: '' })
    const other = join(clone.area, 'other')
    writeFileSync(other, 'not a repository\n')
    const names = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX']
    const environment = Object.fromEntries(names.map((name) => [name, other]))
    const { marker, program } = clone
    const harmful = {
      ...environment,
      GIT_TRACE: marker,
      GIT_TRACE2: marker,
      GIT_EXEC_PATH: clone.area,
      GIT_SSH: program,
    }
    callPlainGit(clone.folder, ['version'], { GIT_TRACE: marker })
    expect(wasRun(clone)).toBe(true)
    expect(callProgram(clone.folder, words, harmful)).toEqual(expected)
    expect(wasRun(clone)).toBe(false)
  })
})
