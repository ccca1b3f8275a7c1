import { expect, test } from 'vitest'
import { formatText } from '../../src/formats/findings/text.ts'
import { at, report } from './reports.ts'

const ONE_LINE = { line: 1, column: 4, endLine: 1, endColumn: 5 }

function textOf(...parameters: Parameters<typeof report>): string {
  return formatText(report(...parameters), { color: false })
}

test('a message stands beside the marks when it fits, else on a line of its own', () => {
  const sources = { 'a.yaml': 'a: b\n' }
  const prefix = '     |    ^ '.length
  const fitting = 'x'.repeat(120 - prefix)
  expect(textOf([at('a.yaml', ONE_LINE, { message: fitting })], sources)).toContain(`\n     |    ^ ${fitting}\n`)
  expect(textOf([at('a.yaml', ONE_LINE, { message: `${fitting}x` })], sources)).toContain(`^\n   ${fitting}x\n`)
})

test('a position that its source does not have is told without a frame', () => {
  const finding = at('a.yaml', { line: 9, column: 1, endLine: 9, endColumn: 2 }, { message: 'gone' })
  const lines = 'a.yaml:9:1 error data-import-cron-rejected\n   in HyperConverged/kubevirt-hyperconverged `spec`\n'
  expect(textOf([finding], { 'a.yaml': 'a: b\n' })).toContain(`${lines}   gone\n`)
  expect(textOf([finding])).toContain(`${lines}   gone\n`)
})

test('line numbers are as wide as the widest', () => {
  const lines = `${'\n'.repeat(998)}a: b\nc: d\n`
  const position = { line: 1000, column: 4, endLine: 1000, endColumn: 5 }
  expect(textOf([at('a.yaml', position, { message: 'no' })], { 'a.yaml': lines })).toContain(
    '    999 | a: b\n   1000 | c: d\n        |    ^ no\n',
  )
})

test('no colour, no escape sequence', () => {
  expect(textOf([at('a.yaml', ONE_LINE)], { 'a.yaml': 'a: b\n' })).not.toContain('\u001b')
})
