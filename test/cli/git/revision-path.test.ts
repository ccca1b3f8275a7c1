import { expect, test } from 'vitest'
import { parseRevisionPath } from '../../../src/cli/sources/git/revision-path.ts'

test.for([
  ['HEAD~1:clusters/west', 'HEAD~1', 'clusters/west'],
  ['main:', 'main', ''],
  ['main:.', 'main', '.'],
  ['main:a:b', 'main', 'a:b'],
  ['main@{2026-01-31 12:00:00}:clusters', 'main@{2026-01-31 12:00:00}', 'clusters'],
  ['HEAD^{tree}:clusters', 'HEAD^{tree}', 'clusters'],
  ['@{-1}:clusters', '@{-1}', 'clusters'],
])('%s', ([argument = '', revision = '', path = '']) => {
  expect(parseRevisionPath(argument, 'linux')).toEqual({ revision, path })
})

test.for([
  'clusters/west',
  '-',
  './main:clusters',
  '../main:clusters',
  '/srv/main:clusters',
  ':/fix',
  ':clusters',
  'a{b:c',
])('%s is a path on disk', (argument) => {
  expect(parseRevisionPath(argument, 'linux')).toBeUndefined()
})

test('a drive is none on systems that have no drives', () => {
  for (const argument of ['C:\\clusters', 'c:/clusters', 'c:clusters']) {
    expect(parseRevisionPath(argument, 'win32')).toBeUndefined()
  }
  expect(parseRevisionPath('c:clusters', 'linux')).toEqual({ revision: 'c', path: 'clusters' })
  expect(parseRevisionPath('cc:clusters', 'win32')).toEqual({ revision: 'cc', path: 'clusters' })
})

test.for([
  ['--output=x:clusters', 'must not start with "-"'],
  ['HEAD:clusters\0/west', 'must not hold control characters'],
  ['HEAD\n:clusters', 'must not hold control characters'],
  ['HEAD^{/fix}:clusters', 'must not search the messages of commits'],
  [`${'a'.repeat(5000)}:clusters`, 'must not be longer than 4096'],
  [`${'{'.repeat(50_000)}${'a'.repeat(50_000)}:`, undefined],
])('refuses %j', ([argument = '', words]) => {
  if (words === undefined) expect(parseRevisionPath(argument)).toBeUndefined()
  else expect(() => parseRevisionPath(argument)).toThrow(words)
})
