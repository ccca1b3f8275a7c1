/** Output is written whole, or the exit code says that it was not. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hyperConverged, MULTI_ARCH, NODES, resourceList } from './built-function.ts'
import { type ProcessResult, runProcess } from './run-process.ts'
import { nameWith, pathWith } from './tools.ts'

const INPUT = resourceList([hyperConverged(`{${MULTI_ARCH}}`), ...NODES])
const FULL_MISSING = existsSync('/dev/full') ? undefined : 'no /dev/full'

/** The script finds `golden-images` on its PATH, and tells its exit code on stderr as the last line. */
function inShell(script: string, input: string): ProcessResult {
  return runProcess('bash', ['-c', script], { input, env: { PATH: pathWith() } })
}

test('stdout is a closed pipe', () => {
  // The reader is gone before the function starts to write.
  const { stderr } = inShell('{ sleep 1; golden-images; echo "exit $?" >&2; } | head -c 0', INPUT)
  expect(stderr).toMatch(/^golden-images: the output must be writable to its end: EPIPE.*\nexit 3\n$/)
})

test('stdout is a pipe that closes in the middle', () => {
  const padding = `{apiVersion: v1, kind: ConfigMap, metadata: {name: large}, data: {a: ${'x'.repeat(1 << 20)}}}`
  const input = resourceList([padding, hyperConverged(`{${MULTI_ARCH}}`), ...NODES])
  const { stderr } = inShell('{ golden-images; echo "exit $?" >&2; } | head -c 10 > /dev/null', input)
  expect(stderr).toMatch(/^golden-images: the output must be writable to its end: EPIPE.*\nexit 3\n$/)
})

test.skipIf(FULL_MISSING !== undefined)(nameWith('stdout is a full disk', FULL_MISSING), () => {
  const { stderr } = inShell('golden-images > /dev/full; echo "exit $?" >&2', INPUT)
  expect(stderr).toMatch(/^golden-images: the output must be writable to its end: ENOSPC.*\nexit 3\n$/)
})

test('a large output through a slow pipe arrives whole', () => {
  const large = Array.from({ length: 20 }, (_, index) => {
    return `{apiVersion: v1, kind: ConfigMap, metadata: {name: large-${index}}, data: {a: ${'x'.repeat(1 << 18)}}}`
  })
  const input = resourceList([...large, hyperConverged(`{${MULTI_ARCH}}`), ...NODES])
  const { stdout } = inShell('golden-images | { sleep 0.3; cat; }', input)
  expect(stdout.startsWith(input.trimEnd())).toBe(true)
  expect(stdout.match(/kind: DataImportCron\b/g)).toHaveLength(6)
})
