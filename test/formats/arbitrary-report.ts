import fc from 'fast-check'
import type { Finding } from '../../src/findings/finding.ts'
import { SEVERITIES } from '../../src/findings/severity.ts'
import type { Basis } from '../../src/formats/findings/basis.ts'
import type { Report } from '../../src/formats/findings/report.ts'

// What means something to one of the formats, or to what reads it.
const PIECES = [
  ...['\n', '\r\n', '\r', '\t', '\0', '\u0007', '\u001b[31m', '\u009b31m', '\u2028', '\u202e', '\u2066', '\ufeff'],
  ...['\ud800', '\udc00', '\ufffe', '\uffff', '漢字', '👍', 'e\u0301', '\u200b', '\u200d'],
  ...[']]>', '<![CDATA[', '<!--', '-->', '&', '&amp;', '&#0;', '<', '>', '"', "'", '<script>', '</details>', '<br>'],
  ...['`', '``', '```', '~~~', '|', '*', '**', '_', '#', '# ', '- ', '+ ', '1. ', '> ', '---', '===', '    ', '  \n'],
  ...['[x](https://evil.example)', '![x](y)', '[x]: https://evil.example', '<https://evil.example>', '\\', '$', '$$'],
  ...[
    'https://evil.example',
    'HTTP://EVIL.EXAMPLE',
    'www.evil.example',
    'a@evil.example',
    'mailto:a@b.cc',
    'xmpp:a@b.cc',
  ],
  ...['@octocat', '@', '#1', 'GH-1', 'ftp://evil.example', '/close'],
  ...[
    '::error::x',
    '::',
    '##[group]',
    '##vso[task.x]',
    '##teamcity[x]',
    '[',
    '##',
    '%',
    '%0A',
    ',',
    ':',
    '=',
    '../',
    './',
    '/',
    ' ',
    'a',
    'Z',
    '0',
  ],
]

const words: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''))

const value = fc.oneof(
  words,
  fc.constantFrom(null, true, 0, 1e21, Number.NaN),
  fc.array(words, { maxLength: 2 }),
  fc.dictionary(words, words, { maxKeys: 2 }),
)

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const place = fc.record({
  line: fc.integer({ min: 1, max: 6 }),
  column: fc.integer({ min: 1, max: 30 }),
  lines: fc.nat(7),
  columns: fc.nat(30),
})

const position = (files: readonly string[]) =>
  fc.record({ file: fc.constantFrom(...files), place }).map(({ file, place: { line, column, lines, columns } }) => ({
    file,
    start: 0,
    end: 0,
    line,
    column,
    endLine: line + lines,
    endColumn: lines === 0 ? column + columns : columns + 1,
  }))

function finding(files: readonly string[]): fc.Arbitrary<Finding> {
  const resource = fc
    .record({ apiVersion: words, kind: words, name: words, namespace: maybe(words), path: maybe(words) })
    .map(({ path, namespace, ...names }) => ({
      ...names,
      ...(namespace !== undefined && { namespace }),
      ...(path !== undefined && { file: { path } }),
    }))
  return fc.record(
    {
      rule: fc.oneof(words, fc.constant('no-hyperconverged')),
      severity: fc.constantFrom(...SEVERITIES),
      message: words,
      resource,
      path: words,
      currentValue: value,
      proposedValue: value,
      template: words,
      cluster: words,
      position: position(files),
      reference: fc.oneof(words, fc.constant('https://kubevirt.io/x')),
      ignored: fc.record({ reason: words }),
    },
    { requiredKeys: ['rule', 'severity', 'message'] },
  )
}

const basis: fc.Arbitrary<Basis> = fc.record(
  {
    configuration: words,
    rulesOff: fc.uniqueArray(words, { minLength: 1, maxLength: 7 }),
    leftOut: fc.uniqueArray(fc.record({ path: words, reason: words }), {
      minLength: 1,
      maxLength: 7,
      selector: ({ path }) => path,
    }),
  },
  { requiredKeys: [] },
)

/** Reports on sources of any text, in files of any name. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .dictionary(words, words, { minKeys: 1, maxKeys: 3 })
  .chain((files) =>
    fc
      .record({
        findings: fc.array(finding([...Object.keys(files), '']), { maxLength: 4 }),
        dataImportCrons: fc.nat(20),
        architectures: fc.array(words, { maxLength: 3 }),
        basis,
      })
      .map(({ findings, basis: given, ...images }) => ({
        version: '1.2.3',
        findings,
        images,
        ...given,
        sources: new Map(Object.entries(files)),
      })),
  )
