import { expect, test } from 'vitest'
import { formatMarkdown } from '../../src/formats/findings/markdown.ts'
import { NOT_TRIMMED, report } from './reports.ts'

const MANY = Array.from({ length: 500 }, () => NOT_TRIMMED)

test('a comment is never longer than GitHub takes, and says what is missing', () => {
  const comment = formatMarkdown(report(MANY))
  expect(comment.length).toBeLessThan(65_536)
  const shown = comment.split('\n- ').length - 1
  expect(comment).toContain(`\n\n${MANY.length - shown} more do not fit here: see the log.\n\n9 DataImportCrons`)
})

test('what is cut off leaves nothing open', () => {
  const comment = formatMarkdown(report(MANY.map((finding) => ({ ...finding, ignored: { reason: 'known' } }))))
  expect(comment.length).toBeLessThan(65_536)
  expect(comment.split('<details>')).toHaveLength(2)
  expect(comment.split('</details>')).toHaveLength(2)
})

test('backticks with nothing between them are shown, and part what would be a link', () => {
  const resource = { apiVersion: '', kind: 'http:', name: '``/evil.example' }
  const comment = formatMarkdown(report([{ ...NOT_TRIMMED, message: 'of http:``//evil.example', resource }]))
  expect(comment).toContain('of http:\\`\\`//evil.example')
})
