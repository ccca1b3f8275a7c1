import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Clone, callProgram, createArea, createClone, createRepository, git, wasRun } from './hostile-clone.ts'

const area = createArea()
const repository = join(area, 'repository')
let clone: Clone

beforeAll(() => {
  createRepository(repository)
  clone = createClone(repository)
})

afterAll(() => {
  for (const folder of [area, clone.area]) rmSync(folder, { recursive: true, force: true })
})

describe('what is no revision ends with one line', () => {
  test.for([
    '--output=marker:clusters',
    '--upload-pack=./program:clusters',
    '-x:clusters',
    '--all:clusters',
    '--:clusters',
    ':/a change',
    ':clusters',
    'HEAD^{/a change}:clusters',
    'HEAD^{/(((a{1,255}){1,255}){1,255}){1,255}}:clusters',
    '@{-1}:clusters',
    '@{upstream}:clusters',
    'HEAD@{99999}:clusters',
    '^HEAD:clusters',
    'HEAD..HEAD:clusters',
    'HEAD~99999999999999999999:clusters',
    `HEAD${'^'.repeat(4000)}:clusters`,
    'HEAD\nHEAD:clusters',
    '\u001b[2J:clusters',
    '::error::clusters',
    'ext::./program:clusters',
    'a'.repeat(100_000).concat(':clusters'),
    `HEAD:${'a/'.repeat(2000)}`,
    `HEAD:${'a/'.repeat(50_000)}`,
    '0000000000000000000000000000000000000000:clusters',
    'HEAD:no-such-folder',
    'HEAD:../clusters',
    'HEAD:clusters/../../x',
    'HEAD:/etc/passwd',
    'HEAD:clusters/west/nodes.yaml/x',
  ])('%j', (argument) => {
    const before = readdirSync(clone.folder)
    const { status, stdout, stderr } = callProgram(clone.folder, ['diff', '--', argument, 'clusters'])
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^golden-images: [^\p{Cc}]+\n$/u)
    expect(stderr).not.toContain('a failure of golden-images itself')
    expect(readdirSync(clone.folder)).toEqual(before)
    expect(wasRun(clone)).toBe(false)
  })
})

describe('what is a revision', () => {
  test.for([
    'HEAD^{tree}:clusters',
    'HEAD^{}:clusters',
    'HEAD@{now}:clusters',
    'main@{2037-01-31 12:00:00}:clusters',
    '@:clusters',
  ])('%s', (argument) => {
    const { status, stdout, stderr } = callProgram(clone.folder, ['diff', argument, 'clusters'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Nothing changes.')
  })
})

test('a tag that is called like a branch does not pass for it', () => {
  git(clone.folder, 'branch', 'twice')
  git(clone.folder, 'tag', 'twice', 'HEAD~1')
  git(clone.folder, 'config', 'core.warnAmbiguousRefs', 'false')
  expect(callProgram(clone.folder, ['diff', 'twice:clusters', 'clusters'])).toEqual({
    status: 3,
    stdout: '',
    stderr:
      'golden-images: git knows more than one "twice": the revision must have its full name, for example "refs/heads/twice"\n',
  })
  const { stdout } = callProgram(clone.folder, ['diff', 'refs/heads/twice:clusters', 'clusters'])
  expect(stdout).toContain('Nothing changes.')
})

// On Windows no name of a file holds a colon.
describe.skipIf(process.platform === 'win32')('a folder that is spelled like a revision', () => {
  const OLD = 'HEAD~1:clusters/west'

  beforeAll(() => {
    for (const name of [OLD, 'HEAD~1:clusters/east', 'other:clusters/west']) {
      mkdirSync(join(clone.folder, name), { recursive: true })
      cpSync(join(clone.folder, 'clusters/west'), join(clone.folder, name), { recursive: true })
    }
    symlinkSync('nowhere', join(clone.folder, 'HEAD:nowhere'))
  })

  test.for([OLD, 'HEAD~1:clusters/east', 'HEAD:nowhere'])('is refused where git knows the revision: %s', (argument) => {
    const { status, stdout, stderr } = callProgram(clone.folder, ['diff', argument, 'clusters/west'])
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    const [revision, path] = argument.split(':')
    expect(stderr).toBe(
      `golden-images: "${argument}" must not name two things: write "./${argument}" for the path on disk, "${revision}~0:${path}" for the revision\n`,
    )
  })

  test('either can be named', () => {
    expect(callProgram(clone.folder, ['diff', `./${OLD}`, 'clusters/west']).stdout).toContain('Nothing changes.')
    expect(callProgram(clone.folder, ['diff', 'HEAD~1~0:clusters/west', 'clusters/west']).stdout).toContain(
      'Images for each architecture: off before, on after.',
    )
  })

  test('is read where git knows no such revision', () => {
    const { stdout } = callProgram(clone.folder, ['diff', 'other:clusters/west', 'clusters/west'])
    expect(stdout).toContain('Nothing changes.')
  })

  test('is read where there is no repository', () => {
    const folder = join(clone.area, 'plain')
    cpSync(join(clone.folder, 'clusters'), join(folder, 'HEAD:clusters'), { recursive: true })
    cpSync(join(clone.folder, 'clusters'), join(folder, 'clusters'), { recursive: true })
    const { stdout } = callProgram(folder, ['diff', 'HEAD:clusters', 'clusters'])
    expect(stdout).toContain('Nothing changes.')
    expect(callProgram(folder, ['diff', 'HEAD:other', 'clusters'])).toEqual({
      status: 3,
      stdout: '',
      stderr:
        'golden-images: "HEAD:other" is nowhere on disk, and this is not a git repository: ".git" must be here or above\n',
    })
  })
})
