/** The name of a build in a report: of the sources alone, and of all of them. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { buildId } from '../../scripts/build-id.ts'
import { outputOf, withClone } from './clone.ts'

const PRINT = ['--input-type=module', '--eval', "console.log((await import('./scripts/build-id.ts')).buildId())"]
const SOURCES = [
  'src/run.ts',
  'src/cli/bin.cjs',
  'functions/golden-images/native/src/main.rs',
  'functions/golden-images/native/Cargo.lock',
  'schemas/crd/new.json',
  'package-lock.json',
]

test('equal sources have one, with the version in it; others have another', () => {
  const id = buildId()
  expect(id.startsWith(`${packageFile.version}+`)).toBe(true)
  expect(id).toMatch(/\+[0-9a-f]{12}$/)
  withClone('another-name', (folder) => {
    const idNow = () => outputOf(folder, ...PRINT).trimEnd()
    expect(idNow()).toBe(id)
    for (const file of ['README.md', 'test/run.test.ts', 'src/made.generated.js'])
      appendFileSync(join(folder, file), '\n')
    expect(idNow()).toBe(id)
    const ids = SOURCES.map((file) => {
      appendFileSync(join(folder, file), '\n')
      return idNow()
    })
    expect(new Set([id, ...ids]).size).toBe(1 + SOURCES.length)
  })
})
