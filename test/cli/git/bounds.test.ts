import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callGit } from '../../../src/cli/sources/git/call-git.ts'
import { callProgram, createArea, createRepository, git, loseObject } from './hostile-clone.ts'

let area: string
let folder: string

beforeEach(() => {
  area = createArea()
  folder = join(area, 'repository')
  createRepository(folder)
})

afterEach(() => rmSync(area, { recursive: true, force: true }))

function feed(input: string | Buffer, ...words: string[]): string {
  return execFileSync('git', words, { cwd: folder, input, maxBuffer: 1 << 26 })
    .toString()
    .trim()
}

function tree(entries: readonly string[]): string {
  return feed(entries.map((entry) => `${entry}\n`).join(''), 'mktree')
}

/** A tree with so many names for one object. */
function repeat(count: number, type: 'blob' | 'tree', object: string, ending = ''): string {
  const mode = type === 'blob' ? '100644' : '040000'
  return tree(Array.from({ length: count }, (_, index) => `${mode} ${type} ${object}\t${index}${ending}`))
}

function refusal(revision: string): string {
  const { status, stdout, stderr } = callProgram(folder, ['diff', revision, 'clusters'])
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
  expect(stderr).toMatch(/^golden-images: [^\p{Cc}]+\n$/u)
  return stderr
}

describe('what is too much is not read', () => {
  test('a file that is small only in a pack', () => {
    const blob = feed(Buffer.alloc(70 << 20), 'hash-object', '-w', '--stdin')
    const root = tree([`100644 blob ${blob}\thco.yaml`])
    expect(refusal(`${root}:`)).toContain(`"${root}:" must hold at most 64 MiB of manifests, and holds 70 MiB`)
    expect(refusal(`${root}:hco.yaml`)).toContain('must hold at most 64 MiB of manifests, and holds 70 MiB')
  })

  test('a small file that is a difference to a huge one', () => {
    const content = Buffer.from('apiVersion: v1\nkind: Node\n')
    feed(packOfDifference(Buffer.alloc(130 << 20), content), 'index-pack', '--stdin')
    const root = tree([`100644 blob ${blobId(content)}\tnodes.yaml`])
    expect(refusal(`${root}:`)).toContain('git failed: error: attempting to allocate 136314881 over limit 134217728')
  })

  test('one file a great many times', () => {
    const blob = feed('apiVersion: v1\nkind: Node\n'.repeat(1000), 'hash-object', '-w', '--stdin')
    const root = repeat(60, 'tree', repeat(60, 'blob', blob, '.yaml'))
    expect(refusal(`${root}:`)).toContain('must hold at most 64 MiB of manifests, and holds 90 MiB')
  })

  test('too many files', () => {
    const blob = feed('x', 'hash-object', '-w', '--stdin')
    const many = repeat(150, 'tree', repeat(150, 'blob', blob, '.yaml'))
    expect(refusal(`${many}:`)).toContain('must hold at most 20000 *.yaml, *.yml and *.json files, and holds 22500')
    const bomb = repeat(150, 'tree', repeat(150, 'tree', many))
    expect(refusal(`${bomb}:`)).toContain('must hold fewer files, their list has more than 16 MiB')
  })

  test('git that has to wait for ever', ({ skip }) => {
    const head = join(folder, '.git/HEAD')
    rmSync(head)
    skip(spawnSync('sh', ['-c', 'mkfifo "$0"', head]).status !== 0, 'needs mkfifo')
    const ask = () => callGit({ root: folder, prefix: '' }, ['rev-parse', 'HEAD'], { milliseconds: 500 })
    expect(ask).toThrow('git failed: it must answer within 0.5 s, and has not')
  })
})

describe('what git refuses is one line', () => {
  test('a repository of another format', () => {
    writeFileSync(join(folder, '.git/config'), '[core]\nrepositoryFormatVersion = 99\n')
    expect(refusal('HEAD:clusters')).toMatch(/git failed: fatal: .*99/)
  })

  test('a configuration with what steers a terminal', () => {
    writeFileSync(join(folder, '.git/config'), '[core]\n\tbare = \u001b[2Jx\n')
    expect(refusal('HEAD:clusters')).toContain('git failed: fatal: bad boolean config value')
  })

  test('no repository at all in .git', () => {
    rmSync(join(folder, '.git'), { recursive: true })
    writeFileSync(join(folder, '.git'), 'gitdir: nowhere\n')
    expect(refusal('HEAD:clusters')).toContain('git failed: fatal: not a git repository')
  })

  test.skipIf(process.getuid?.() !== 0)('a repository of somebody else', () => {
    const nobody = 65_534
    for (const path of [folder, join(folder, '.git')]) chownSync(path, nobody, nobody)
    expect(refusal('HEAD:clusters')).toContain('git failed: fatal: detected dubious ownership in repository')
  })

  test('what is not there', () => {
    loseObject(folder, 'HEAD:clusters/west/nodes.yaml')
    expect(refusal('HEAD:clusters/west')).toContain(
      'git must have the content of "HEAD:clusters/west/nodes.yaml", and has not',
    )
  })
})

test('a partial clone must be filled first', () => {
  git(folder, 'config', 'uploadpack.allowFilter', 'true')
  git(area, 'clone', '--quiet', '--filter=blob:none', `file://${folder}`, 'partial')
  folder = join(area, 'partial')
  expect(refusal('HEAD~1:clusters/west')).toContain('a partial clone must be filled first')
  git(folder, 'fetch', '--quiet', '--refetch', '--no-filter')
  expect(callProgram(folder, ['diff', 'HEAD~1:clusters/west', 'clusters/west'])).toMatchObject({
    status: 0,
    stderr: '',
  })
})

function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}

/** Seven bits a byte, the least ones first, as packs write a size. */
function packedSize(size: number): number[] {
  return size < 0x80 ? [size] : [(size & 0x7f) | 0x80, ...packedSize(size >>> 7)]
}

/** A pack of a base and of a content that is described as a difference to it. */
function packOfDifference(base: Buffer, content: Buffer): Buffer {
  const difference = Buffer.from([
    ...packedSize(base.length),
    ...packedSize(content.length),
    content.length,
    ...content,
  ])
  const entry = (type: number, { length }: Buffer) =>
    Buffer.from([(type << 4) | (length & 15) | 0x80, ...packedSize(length >>> 4)])
  const body = Buffer.concat([
    Buffer.from('PACK\0\0\0\u0002\0\0\0\u0002'),
    entry(3, base),
    deflateSync(base),
    entry(7, difference),
    Buffer.from(blobId(base), 'hex'),
    deflateSync(difference),
  ])
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}
