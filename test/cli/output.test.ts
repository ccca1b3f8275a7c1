/** A report goes over no file that is read, and two reports never go over each other. */
import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const PROGRAM = resolve('dist/golden-images.cjs')
const MANIFEST = readFileSync('test/fixtures/diff/switch-on/new/hyperconverged.yaml', 'utf8')
const CONFIGURATION = 'apiVersion: golden-images.dev/v1alpha1\nkind: GoldenImages\nspec: {failOn: never}\n'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-output-'))
  mkdirSync(join(folder, 'k8s'))
  writeFileSync(join(folder, 'k8s/hco.yaml'), MANIFEST)
  writeFileSync(join(folder, 'golden-images.yaml'), CONFIGURATION)
  writeFileSync(join(folder, 'other.yaml'), CONFIGURATION)
  symlinkSync('k8s/hco.yaml', join(folder, 'link'))
  symlinkSync('k8s', join(folder, 'folder'))
  linkSync(join(folder, 'k8s/hco.yaml'), join(folder, 'hard'))
  symlinkSync('new.json', join(folder, 'dangling'))
  symlinkSync('circle', join(folder, 'circle'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** In the script, `check` is the command. */
function check(script: string) {
  const command = `check() { "${process.execPath}" "${PROGRAM}" check "$@"; }\n`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command + script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 100_000,
  })
  return { status, stdout, stderr }
}

describe('a file that is read', () => {
  test.for([
    'check k8s -o k8s/hco.yaml',
    'check k8s -f json -o ./k8s/../k8s//hco.yaml',
    'check k8s -o "$PWD/k8s/hco.yaml"',
    'check k8s -o link',
    'check k8s -o hard',
    'check k8s -o folder/hco.yaml',
    'check link -o k8s/hco.yaml',
    'check "k8s/*.yaml" -f json -o report.json -f sarif -o hard',
    'check - -o k8s/hco.yaml <k8s/hco.yaml',
    'check k8s -o golden-images.yaml',
    'check k8s --config other.yaml -o ./other.yaml',
  ])('%s', (script) => {
    const { status, stdout, stderr } = check(script)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^error: --output "[^"\n]*" must not be a file that is read: it is [^\n]+\n$/)
    expect(readFileSync(join(folder, 'k8s/hco.yaml'), 'utf8')).toBe(MANIFEST)
    for (const file of ['golden-images.yaml', 'other.yaml']) {
      expect(readFileSync(join(folder, file), 'utf8')).toBe(CONFIGURATION)
    }
    expect(existsSync(join(folder, 'report.json'))).toBe(false)
  })
})

describe('two reports', () => {
  test.for([
    'check k8s -f json -o a -f sarif -o a',
    'check k8s -f json -o a -f sarif -o ./k8s/../a',
    'check k8s -f json -o folder/a -f sarif -o k8s/a',
    'check k8s -f json -o dangling -f sarif -o new.json',
    'check k8s -f json -o a -f sarif >a',
    'set -o pipefail; check k8s -f json -o /dev/stdout -f sarif | cat',
    'mkfifo pipe; check k8s -f json -o pipe -f sarif -o ./pipe',
  ])('%s', (script) => {
    const { status, stdout, stderr } = check(script)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^error: two reports must not go to one file, as to [^\n]+\n$/)
    for (const file of ['a', 'k8s/a']) {
      expect(existsSync(join(folder, file)) && readFileSync(join(folder, file), 'utf8')).toBeFalsy()
    }
  })
})

describe('what is no file of anybody', () => {
  test.for([
    'check k8s -f json -o /dev/stdout | cat',
    'check k8s -f json -o /dev/fd/3 3>&1 | cat',
    'mkfifo pipe; check k8s -f json -o pipe & cat pipe; wait',
    'check k8s -f json -o dangling; cat new.json',
    'check k8s -f json -o /dev/null -f sarif -o /dev/null -f text >/dev/null; check k8s -f json',
  ])('%s', (script) => {
    const { status, stdout, stderr } = check(script)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'Report' })
  })

  test('the report of an earlier run can be written anew', () => {
    const script = 'check k8s -f json -o k8s/report.json'
    expect(check(`${script}; ${script}`)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test.for(['k8s', 'circle', 'nowhere/report', 'golden-images.yaml/report'])(
    'what can not be written is a failure: %s',
    (file) => {
      const { status, stdout, stderr } = check(`check k8s -o ${file} -f json`)
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
      expect(stderr).toMatch(/^golden-images: "[^"\n]+" must be writable: [^\n]+\n$/)
    },
  )
})
