/** Which files of folders and globs are read, and which are left out. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONFIGURATION, type Folder, MANIFEST, makeFolder } from './folder.ts'

let folder: Folder

beforeEach(() => {
  folder = makeFolder()
  folder.write('golden-images.yaml', CONFIGURATION)
})

afterEach(() => rmSync(folder.path, { recursive: true, force: true }))

/** The files with findings; each has one of `MANIFEST`. */
function checked(...args: string[]): string[] {
  const { stdout, stderr } = folder.run(['check', '--format', 'json', ...args])
  if (stdout === '') throw new Error(stderr)
  const report: { findings: { position?: { file: string } }[] } = JSON.parse(stdout)
  return [...new Set(report.findings.flatMap(({ position }) => position?.file ?? []))].sort()
}

function git(...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'pipe',
  })
}

function writeEach(...paths: string[]): void {
  for (const path of paths) folder.write(path, MANIFEST)
}

describe('what git ignores', () => {
  beforeEach(() => {
    git('init', '--quiet')
    writeEach('a/hco.yaml', 'a/build/hco.yaml', 'b/hco.yaml', 'b/out/hco.yaml', 'b/out/keep/hco.yaml', 'c/hco.yaml')
    folder.write('.gitignore', 'build/\n')
    folder.write('b/.gitignore', '/out/*\n!/out/keep\n')
    folder.write('.git/info/exclude', '/c\n')
  })

  test('is left out, by the files of every folder and of the clone', () => {
    expect(checked('.')).toEqual(['a/hco.yaml', 'b/hco.yaml', 'b/out/keep/hco.yaml'])
    expect(checked('a', 'b')).toEqual(['a/hco.yaml', 'b/hco.yaml', 'b/out/keep/hco.yaml'])
    expect(checked('*/**/hco.yaml')).toEqual(['a/hco.yaml', 'b/hco.yaml', 'b/out/keep/hco.yaml'])
  })

  test('is read when that is asked for, or when it is named', () => {
    expect(checked('--no-ignore', '.')).toHaveLength(6)
    expect(checked('c', 'a/build')).toEqual(['a/build/hco.yaml', 'c/hco.yaml'])
    expect(checked('c/hco.yaml')).toEqual(['c/hco.yaml'])
  })

  test('is read when git has it all the same', () => {
    git('add', '--force', 'a/build/hco.yaml')
    expect(checked('a')).toEqual(['a/build/hco.yaml', 'a/hco.yaml'])
  })
})

describe('what is excluded', () => {
  beforeEach(() => writeEach('a/hco.yaml', 'a/old/hco.yaml', 'b/hco.yaml', 'b/old/hco.yaml'))

  test.for([
    [
      ['--exclude', 'old', '.'],
      ['a/hco.yaml', 'b/hco.yaml'],
    ],
    [['--exclude', 'a/old', '--exclude', 'b', '.'], ['a/hco.yaml']],
    [
      ['--exclude', '/old', 'a', 'b'],
      ['a/hco.yaml', 'b/hco.yaml'],
    ],
    [
      ['--exclude', 'a/**', '**/hco.yaml'],
      ['b/hco.yaml', 'b/old/hco.yaml'],
    ],
    [
      ['--exclude', 'b', 'a', 'b'],
      ['a/hco.yaml', 'a/old/hco.yaml'],
    ],
    [['--exclude', 'old', 'a/hco.yaml', 'a/old/hco.yaml'], ['a/hco.yaml']],
  ] as const)('by the command line: %j', ([args, files]) => {
    expect(checked(...args)).toEqual(files)
  })

  test('by configurations, each for its own folder', () => {
    folder.write('golden-images.yaml', `${CONFIGURATION.trimEnd()}\n  exclude: [/b/old]\n`)
    expect(checked('.')).toEqual(['a/hco.yaml', 'a/old/hco.yaml', 'b/hco.yaml'])
    expect(checked('b')).toEqual(['b/hco.yaml'])
    folder.write('other.yaml', `${CONFIGURATION.trimEnd()}\n  exclude: [a]\n`)
    expect(checked('--config', 'other.yaml', '.')).toEqual(['b/hco.yaml', 'b/old/hco.yaml'])
  })

  test('on both sides of a comparison', () => {
    git('init', '--quiet')
    folder.write('golden-images.yaml', `${CONFIGURATION.trimEnd()}\n  exclude: [/b/]\n`)
    git('add', '--all')
    git('commit', '--quiet', '--message', 'all')
    const { stdout } = folder.run(['diff', '--format', 'json', '--exclude', 'a/old', 'HEAD:', '.'])
    const { clusters }: { clusters: object[] } = JSON.parse(stdout)
    expect(clusters).toHaveLength(1)
  })
})

describe('a glob', () => {
  test('matches folders, and what is behind links to folders', () => {
    git('init', '--quiet')
    writeEach('fleet/east/sub/hco.yaml', 'fleet/west/hco.yaml', 'base/hco.yaml')
    folder.link('fleet/north', '../base')
    folder.link('fleet/self', '.')
    expect(checked('fleet/*')).toEqual(['fleet/east/sub/hco.yaml', 'fleet/north/hco.yaml', 'fleet/west/hco.yaml'])
    expect(checked('fleet/**/*.yaml')).toEqual(checked('fleet'))
    expect(checked('fleet/{east,north}/**')).toEqual(['fleet/east/sub/hco.yaml', 'fleet/north/hco.yaml'])
    expect(checked('./fleet/*/hco.yaml')).toEqual(['fleet/north/hco.yaml', 'fleet/west/hco.yaml'])
    expect(checked(folder.at('fleet/w*'))).toEqual(['fleet/west/hco.yaml'])
  })

  test('that leads to nothing is no input', () => {
    expect(folder.run(['check', 'fleet/*'])).toMatchObject({ status: 3, stdout: '' })
  })
})
