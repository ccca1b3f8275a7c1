/** `.ci/audit.mjs`: a weakness in what is delivered fails, one in what builds and tests does not, and neither does silence. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-audit-'))
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\nprintf %s "$ANSWER"\nexit 1\n')
  chmodSync(join(folder, 'npm'), 0o755)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function audit(answer: string) {
  const env = { ...process.env, PATH: [folder, process.env.PATH].join(delimiter), ANSWER: answer }
  const { status, stdout } = spawnSync(process.execPath, ['.ci/audit.mjs'], { env, encoding: 'utf8' })
  return { status, stdout }
}

function weak(name: string): string {
  const vulnerability = { name, severity: 'high', nodes: [`node_modules/${name}`] }
  return JSON.stringify({ vulnerabilities: { [name]: vulnerability } })
}

test('what is bundled is delivered, also below another package', () => {
  for (const name of ['yaml', 'brace-expansion'])
    expect(audit(weak(name))).toEqual({ status: 1, stdout: `npm audit: high: ${name}, which is delivered\n` })
})

test('what builds and tests is not', () => {
  expect(audit(weak('vitest'))).toEqual({ status: 0, stdout: 'npm audit: high: vitest, for development only\n' })
})

test('nothing is known', () => {
  expect(audit('{"vulnerabilities": {}}')).toEqual({ status: 0, stdout: '' })
})

test('no answer is said', () => {
  const silent = { status: 0, stdout: 'skipped: the registry does not answer `npm audit`\n' }
  for (const answer of ['', 'npm error', 'null', '{"message": "405 Method Not Allowed", "statusCode": 405}'])
    expect(audit(answer)).toEqual(silent)
})
