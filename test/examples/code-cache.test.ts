/** What V8 made of the function's code when it was built: used where it fits, and never needed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hyperConverged, MULTI_ARCH, NODES, resourceList, runFunction } from './built-function.ts'
import { runProcess } from './run-process.ts'
import { PROGRAM } from './tools.ts'

const INPUTS: readonly string[] = [
  resourceList([hyperConverged(`{${MULTI_ARCH}}`), ...NODES]),
  resourceList([hyperConverged('{}'), ...NODES]),
  // This one needs what is deferred.
  '{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [ {',
]

let folder = ''
const cachesIn = (parts: string) => readdirSync(parts).filter((file) => file.endsWith('.cache'))

function runCopy(input: string) {
  return runProcess(process.execPath, [join(folder, 'golden-images-fn.cjs')], { input })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-'))
  cpSync(dirname(PROGRAM), folder, { recursive: true, filter: (file) => !file.includes('linux') })
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the code cache', () => {
  test('is there for this Node, and V8 takes it', () => {
    const parts = join(folder, 'golden-images-fn')
    const filename = join(parts, 'function.js')
    const cachedData = readFileSync(join(parts, `${process.versions.v8}-${process.arch}.cache`))
    expect(new Script(readFileSync(filename, 'latin1'), { filename, cachedData }).cachedDataRejected).toBe(false)
  })

  test('of other code is refused, and the function answers all the same', () => {
    const other = new Script('1 + 1').createCachedData()
    const parts = join(folder, 'golden-images-fn')
    for (const file of cachesIn(parts)) writeFileSync(join(parts, file), other)
    for (const input of INPUTS) expect(runCopy(input)).toEqual(runFunction(input))
  })

  test('is not needed', () => {
    const parts = join(folder, 'golden-images-fn')
    for (const file of cachesIn(parts)) rmSync(join(parts, file))
    for (const input of INPUTS) expect(runCopy(input)).toEqual(runFunction(input))
  })
})

test('a copy without the folder beside it says what to do', () => {
  const parts = join(folder, 'golden-images-fn')
  rmSync(parts, { recursive: true })
  expect(runCopy('')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: `golden-images: ${join(parts, 'function.js')} is missing: copy the folder too, or link to this program\n`,
  })
})
