import { describe, expect, test } from 'vitest'
import { FORMAT_NAMES, FORMATS, type FormatName } from '../../src/formats/findings/index.ts'
import { printJsonText } from '../../src/formats/text/json-text.ts'
import { REPORTS } from './reports.ts'

const FILES: { readonly [name in FormatName]: string } = {
  text: 'check.txt',
  json: 'report.json',
  sarif: 'results.sarif',
  junit: 'junit.xml',
  github: 'github.txt',
  markdown: 'comment.md',
}

// `vitest -u` writes them anew.
describe.for(FORMAT_NAMES)('%s', (format) => {
  test.for(Object.entries(REPORTS))('of %s', async ([name, report]) => {
    const output = FORMATS[format](report, { color: false })
    const shown = format === 'sarif' ? withoutRules(output) : output
    await expect(shown).toMatchFileSnapshot(`../fixtures/formats/${name}/${FILES[format]}`)
  })
})

test('text in colours', async () => {
  const output = FORMATS.text(REPORTS.severities ?? expect.fail(), { color: true })
  await expect(output.replaceAll('\u001b', '␛')).toMatchFileSnapshot(
    '../fixtures/formats/severities/check-coloured.txt',
  )
})

/** The rules change with every new one; another test holds them. */
function withoutRules(sarif: string): string {
  return printJsonText(
    JSON.parse(sarif, (key, value: unknown) => (key === 'rules' || key === 'ruleIndex' ? undefined : value)),
  )
}
