import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { FORMAT_NAMES, FORMATS } from '../../src/formats/findings/index.ts'
import type { Report } from '../../src/formats/findings/report.ts'
import { printable } from '../../src/formats/text/printable.ts'
import { arbitraryReport } from './arbitrary-report.ts'
import { commandLines, readCommand } from './read-commands.ts'
import { STEERING } from './steering.ts'
import { validateJunit, validateReport, validateSarif } from './validators.ts'

const PLAIN = { color: false }

function holds(check: (report: Report) => void): void {
  fc.assert(fc.property(arbitraryReport, check), { numRuns: 500 })
}

test.for(FORMAT_NAMES)('%s never steers a terminal, is well-formed Unicode, and ends with a line break', (name) => {
  holds((report) => {
    const output = FORMATS[name](report, PLAIN)
    expect(output).not.toMatch(STEERING)
    expect(output).not.toMatch(/\p{Surrogate}/u)
    expect(output.endsWith('\n')).toBe(true)
  })
})

test.for(FORMAT_NAMES)('no runner of CI finds a command in %s, but those that are meant in github', (name) => {
  holds((report) => {
    for (const color of [false, true]) {
      const commands = commandLines(FORMATS[name](report, { color }))
      const meant = name === 'github' ? commands.filter((line) => /^::(error|warning|notice) /.test(line)) : []
      expect(commands).toEqual(meant)
      for (const line of meant) expect(line).not.toMatch(/##\w*\[/)
    }
  })
})

test('colours add only their own escape sequences to text', () => {
  holds((report) => {
    const coloured = FORMATS.text(report, { color: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about these
    expect(coloured.replaceAll(/\u001b\[(0|1|34|32|1;3[136])m/g, '')).toBe(FORMATS.text(report, PLAIN))
  })
})

test('JSON carries every value as it is, by its schema', () => {
  holds((report) => {
    const output = FORMATS.json(report, PLAIN)
    expect(validateReport(output)).toEqual([])
    const read: { findings: object[] } = JSON.parse(output)
    const { findings }: { findings: object[] } = JSON.parse(JSON.stringify(report))
    expect(read.findings).toHaveLength(findings.length)
    const { leftOut, configuration, rulesOff } = report
    expect(read).toMatchObject(
      JSON.parse(
        JSON.stringify({
          leftOut,
          configuration: configuration === undefined ? undefined : { file: configuration },
          summary: { rulesOff },
        }),
      ),
    )
    for (const [index, finding] of findings.entries()) {
      const { resource, position, ...rest }: { resource?: object; position?: { start: number; end: number } } = finding
      expect(read.findings[index]).toMatchObject(rest)
      if (position === undefined) continue
      // Offsets are for fixes; people and programs get lines and columns.
      const { start: _start, end: _end, ...place } = position
      expect(read.findings[index]).toMatchObject({ position: place })
    }
  })
})

test('SARIF is valid by its schema', () => {
  holds((report) => {
    expect(validateSarif(FORMATS.sarif(report, PLAIN))).toEqual([])
  })
})

test('JUnit is valid by its XSD', async () => {
  // The validator starts anew for each call: many reports at a time.
  const batch = fc.array(arbitraryReport, { minLength: 100, maxLength: 100, size: 'max' })
  await fc.assert(
    fc.asyncProperty(batch, async (reports) => {
      expect(await validateJunit(reports.map((report) => FORMATS.junit(report, PLAIN)))).toEqual([])
    }),
    { numRuns: 4 },
  )
})

test('github is a command a finding, of which the runner reads what was meant', () => {
  holds((report) => {
    const lines = FORMATS.github(report, PLAIN).split('\n').slice(0, -1)
    const counted = report.findings.filter(({ ignored }) => !ignored)
    const closing = lines.splice(counted.length)
    expect(closing).toHaveLength([report.configuration, report.leftOut].filter((part) => part !== undefined).length + 1)
    for (const line of closing) {
      expect(line).toMatch(/^golden-images: /)
      expect(readCommand(line)).toBeUndefined()
      expect(line).not.toContain('##[')
    }
    expect(lines).toHaveLength(counted.length)
    for (const [index, { rule, cluster, severity, message }] of counted.entries()) {
      const command = readCommand(lines[index] ?? '')
      expect(command?.name).toBe(severity === 'info' ? 'notice' : severity)
      const title = cluster === undefined ? rule : `${rule} (cluster ${cluster})`
      expect(command?.properties.title?.trim()).toBe(shown(title).trim())
      // A message begins a line of the annotation, or follows what it is about.
      expect([shown(message), shown(`: ${message}`)].some((words) => command?.data.includes(words))).toBe(true)
    }
  })
})

test('Markdown renders to what was meant and nothing else', () => {
  holds((report) => {
    const markdown = FORMATS.markdown(report, PLAIN)
    const html = micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    })
    expect(markdown.startsWith('<!-- kubevirt-golden-images -->\n')).toBe(true)
    expect(markdown).toMatch(/DataImportCrons?[^\n]*\.\n$/)
    const tags = new Set(html.match(/<[^>]*>/g))
    const links = report.findings.map(({ reference }) => `<a href="${reference?.replaceAll('&', '&amp;')}">`)
    for (const tag of tags) if (!links.includes(tag)) expect(tag).toMatch(PLAIN_TAG)
    expect(html.match(/<li>/g) ?? []).toHaveLength(report.findings.length)
    const text = html.replaceAll(/<code>[\s\S]*?<\/code>|<[^>]*>/g, '')
    expect(text).not.toMatch(/@\w|#\d|\bGH-\d|:\/\/|\bwww\./i)
  })
})

const PLAIN_TAG = /^<(!-- kubevirt-golden-images --|\/?(h2|h3|ul|li|p|strong|code|details|summary)|\/a|br)>$/

function shown(text: string): string {
  return printable(text).replaceAll(/\p{Surrogate}/gu, '\ufffd')
}
