import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIgnoreComments } from '../../src/findings/ignore-comments.ts'
import { run } from '../../src/run.ts'

const LIST = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
  spec:
    dataImportCronTemplates:
    - metadata: {name: a}
      spec:
        managedDataSource: a
        schedule: ""
        template: {spec: {source: {registry: {url: "docker://a/b"}}, storage: {resources: {requests: {storage: 5Gi}}}}}
functionConfig:
  apiVersion: golden-images.dev/v1alpha1
  kind: GoldenImages
  spec: {architectures: {workload: [amd64]}, commonBootImages: [], failOn: warning}
`

const summary = (text: string) => run(text).stderr.split('\n')[0]

describe('a comment that ignores', () => {
  test('stands at the line, or alone above it', () => {
    expect(run(LIST)).toMatchObject({ exitCode: 1 })
    const at = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[schedule-empty] by hand')
    expect(run(at)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('by hand') })
    expect(summary(at)).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
    const above = LIST.replace(
      '        schedule: ""',
      '        # golden-images: ignore[schedule-empty] by hand\n\n        # more\n        schedule: ""',
    )
    expect(summary(above)).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
    expect(summary(at.replaceAll('\n', '\r\n'))).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
  })

  test('does not count elsewhere, for another rule, or without a reason', () => {
    const elsewhere = LIST.replace(
      'managedDataSource: a',
      'managedDataSource: a # golden-images: ignore[schedule-empty] by hand',
    )
    expect(summary(elsewhere)).toBe('golden-images: 1 error, 1 warning; 1 DataImportCron for amd64')
    const other = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[digest-pinned-url] by hand')
    expect(summary(other)).toBe('golden-images: 1 error, 1 warning; 1 DataImportCron for amd64')
    const silent = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[schedule-empty]  ')
    expect(run(silent).stderr).toContain('with a reason for ignoring "schedule-empty"')
  })

  test('is told from what is no comment', () => {
    expect(findIgnoreComments('f', 'a: x# golden-images: ignore[r] no blank before\n')).toEqual([])
    expect(findIgnoreComments('f', 'a: 1 #golden-images: ignore[r]   why  \n')).toEqual([
      {
        rule: 'r',
        reason: 'why',
        position: { file: 'f', start: 5, end: 36, line: 1, column: 6, endLine: 1, endColumn: 37 },
        forLine: 1,
      },
    ])
  })
})

describe('however long a text is, it is read once', () => {
  const MARK = '# golden-images: ignore['
  test.for([
    ['blanks behind a mark', `a: 1 ${MARK}r]${' '.repeat(1 << 20)}x\n`, 1],
    ['one long line of comments', ` ${'# '.repeat(1 << 19)}\n`, 0],
    ['marks without an end on one line', ` ${MARK.repeat(40_000)}\n`, 0],
    ['marks without an end, each on a line', ` ${MARK}\n`.repeat(40_000), 0],
    ['marks with a far end', ` ${MARK}\n`.repeat(40_000).concat(']'), 0],
    ['a block of comments', `  ${MARK}r] why\n`.repeat(40_000), 40_000],
    ['blank lines below a comment', `  ${MARK}r] why\n${'\n'.repeat(40)}`.repeat(10_000), 10_000],
  ] as const)('%s', { timeout: 20_000 }, ([, text, count]) => {
    expect(findIgnoreComments('', text)).toHaveLength(count)
  })

  const pieces = fc.array(
    fc.constantFrom(
      MARK,
      'golden-images: ignore[',
      '#',
      ' ',
      '\t',
      ']',
      'r',
      'why',
      '\n',
      '\r',
      '\r\n',
      'a: 1',
      '\u00a0',
    ),
    { maxLength: 40 },
  )

  test('as plainly defined', () => {
    fc.assert(
      fc.property(pieces, (words) => {
        expect(findIgnoreComments('f', words.join(''))).toEqual(plainly('f', words.join('')))
      }),
      { numRuns: 2000 },
    )
  })
})

const COMMENT = /(?:^|[ \t\n\r\ufeff])(#[ \t]*golden-images: ignore\[([^\]\n]*)\][ \t]*([^\r\n]*))/g

function plainly(file: string, text: string) {
  const lines = text.split('\n')
  return [...text.matchAll(COMMENT)].map((match) => {
    const [whole, comment = '', rule = '', reason = ''] = match
    const start = match.index + whole.length - comment.length
    const before = text.slice(0, start).split('\n')
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1]
    const { length } = comment.trimEnd()
    const position = { file, start, end: start + length, line, column, endLine: line, endColumn: column + length }
    return { rule: rule.trim(), reason: reason.trim(), position, forLine: target(lines, line) }
  })
}

function target(lines: readonly string[], line: number): number {
  const isComment = (text: string) => /^\s*(#|$)/.test(text)
  if (!isComment(lines[line - 1] ?? '')) return line
  const below = lines.findIndex((text, index) => index >= line && !isComment(text))
  return below < 0 ? line : below + 1
}
