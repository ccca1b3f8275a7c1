/** With and without a builder, and both sides of a comparison. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KUSTOMIZES } from '../../examples/tools.ts'
import { type Folder, makeFolder } from '../folder.ts'

const PROGRAM = `${process.cwd()}/dist/golden-images.cjs`
const BUILDER = `${KUSTOMIZES[0]?.folder()}/kustomize`

let folder: Folder

beforeAll(() => {
  folder = makeFolder()
  cpSync('test/fixtures/cli/kustomize/overlay', folder.path, { recursive: true })
  folder.link('overlays/linked/base', '../../base')
  folder.link('overlays/linked/outside', '/etc')
  folder.write('overlays/linked/kustomization.yaml', 'resources: [base]\n')
  folder.write('templated/kustomization.yaml', 'resources: [../base]\nnamePrefix: {{ site }}-\n')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder.path })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'a site')
})
afterAll(() => rmSync(folder.path, { recursive: true, force: true }))

/** Where neither kustomize nor kubectl is. */
function runWithoutPath(...args: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { PATH: folder.at('base') },
  })
}

test('without a builder there is an error, and no guess', () => {
  const { status, stdout } = runWithoutPath('check', 'overlays/prod')
  expect(status).toBe(1)
  expect(stdout).toMatch(/^overlays\/prod\/kustomization\.yaml:1:1 error kustomization-not-built\n/)
  expect(stdout).toContain('neither kustomize nor kubectl is on the PATH')
  expect(stdout).not.toContain('HCOGoldenImage')
})

test('off reads files as they are, without patches', () => {
  const { status, stdout } = runWithoutPath('check', 'base', 'overlays/prod', '--kustomize', 'off', '--format', 'json')
  expect(status).toBe(1)
  expect(stdout).toContain('base/hco.yaml')
  expect(stdout).not.toContain('multiarch.yaml')
  expect(stdout).not.toContain('kustomization-not-built')
})

test('a program that is not there is a mistake of the command line', () => {
  const { status, stderr } = runWithoutPath('check', '.', '--kustomize', 'nowhere')
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'error: --kustomize nowhere must be a program to start, or `off`\n',
  })
})

test('both sides of a comparison are built, and leave nothing behind', () => {
  mkdirSync(folder.at('tmp'))
  const env = { PATH: process.env.PATH, TMPDIR: folder.at('tmp') }
  const diff = (...sides: string[]) => {
    const args = [PROGRAM, 'diff', ...sides, '--kustomize', BUILDER]
    return spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', env })
  }
  const same = diff('HEAD:overlays/prod', 'overlays/prod')
  expect(same).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing changes\./) })
  const switched = diff('HEAD:overlays/linked', 'overlays/prod')
  expect(switched).toMatchObject({ status: 0, stdout: expect.stringContaining('Images for each architecture') })
  const broken = diff('HEAD:templated', 'overlays/prod')
  expect(broken).toMatchObject({ status: 3, stdout: '' })
  expect(broken.stderr).toContain('"HEAD:templated", "kustomization.yaml": this kustomization is not built')
  expect(readdirSync(folder.at('tmp'))).toEqual([])
})
