import type { Finding } from '../../src/findings/finding.ts'
import { locateIn, type Position } from '../../src/findings/position.ts'
import type { Basis } from '../../src/formats/findings/basis.ts'
import type { Report } from '../../src/formats/findings/report.ts'

const RUNBOOK = 'https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoSupportedArchitecture'
const ARCHITECTURES =
  'spec.dataImportCronTemplates[0].metadata.annotations["ssp.kubevirt.io/dict.architectures"]' as const

export const HCO = `apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata:
  name: kubevirt-hyperconverged
spec:
  featureGates:
    enableMultiArchBootImageImport: true
  dataImportCronTemplates:
    - metadata:
        name: win2k22-image-cron
        annotations:
          ssp.kubevirt.io/dict.architectures: "amd64, arm64" # both
      spec:
        managedDataSource: win2k22
        schedule: 0 */12 * * *
        template:
          spec: {}
`

const RESOURCE = {
  apiVersion: 'hco.kubevirt.io/v1beta1',
  kind: 'HyperConverged',
  name: 'kubevirt-hyperconverged',
  namespace: 'kubevirt-hyperconverged',
}

const IMAGES = { dataImportCrons: 9, architectures: ['amd64', 'arm64'] }

/** A finding on a value of the first item of a file. */
export function on(file: string, text: string, path: string, finding: Partial<Finding>): Finding {
  const position = locateIn({ source: { file, text }, text, offset: 0 })(path)
  return {
    rule: 'data-import-cron-rejected',
    severity: 'error',
    message: 'must be another one',
    resource: { ...RESOURCE, ...(file !== '' && { file: { path: file } }) },
    path,
    ...(position && { position }),
    ...finding,
  }
}

/** A finding on a stretch of a file, whose offsets no format shows. */
export function at(file: string, position: Position, finding: Partial<Finding> = {}): Finding {
  return { ...on(file, '', 'spec', finding), position: { file, start: 0, end: 0, ...position } }
}

export function report(findings: readonly Finding[], sources: { readonly [file: string]: string } = {}): Report {
  return { version: '1.2.3', findings, images: IMAGES, sources: new Map(Object.entries(sources)) }
}

/** What the configuration did to a report, and what is not in it. */
const BASIS: Basis = {
  configuration: 'clusters/golden-images.yaml',
  rulesOff: ['schedule-empty', 'unknown-field'],
  leftOut: [
    { path: 'clusters/secret.yaml', reason: 'leads out of the repository' },
    { path: 'clusters/pipe.yaml', reason: 'is a FIFO' },
  ],
}

export const NOT_TRIMMED = on('hco.yaml', HCO, ARCHITECTURES, {
  rule: 'HCOGoldenImageWithNoSupportedArchitecture',
  message: 'HCO compares " arm64" as it stands: no arm64 image is made',
  currentValue: 'amd64, arm64',
  proposedValue: 'amd64,arm64',
  template: 'win2k22-image-cron',
  reference: RUNBOOK,
})

const GATE = on('hco.yaml', HCO, 'spec.featureGates.enableMultiArchBootImageImport', {
  rule: 'feature-gate-contradicts-field',
  severity: 'warning',
  message:
    '`spec.featureGates.enableMultiArchBootImageImport` is true, and the field of the other API version that says the same is not there; set `spec.workloadSources.enableMultiArchBootImageImport` as well, or remove both of them',
  currentValue: true,
  proposedValue: false,
  cluster: 'edge',
})

const ABSENT = on('hco.yaml', HCO, 'spec.dataImportCronTemplates[0].spec.template.spec.source', {
  rule: 'default-image-missing',
  severity: 'info',
  message: 'there is no source',
  template: 'win2k22-image-cron',
})

const SCHEDULE = on('hco.yaml', HCO, 'spec.dataImportCronTemplates[0].spec.schedule', {
  message: 'Illegal cron schedule',
  currentValue: '0 */12 * * *',
  ignored: { reason: 'retired in Q3' },
})

const COLLISION: Finding = {
  rule: 'clusters-collide',
  severity: 'error',
  message: 'the clusters "east", "west" all lead to a DataImportCron "kubevirt-os-images/fedora-image-cron"',
  resource: RESOURCE,
}

const NASTY = [
  'first\nsecond\r\nthird\ttab',
  '\u001b[31mred\u001b[0m \u0000\u0007\u009b31m ]]> <script>alert(1)</script> <!-- -->',
  'a | b `code` ``two`` *em* _em_ [text](https://evil.example) ![image](x) $x$ ~~gone~~',
  '@octocat #12 GH-12 https://evil.example www.evil.example a@evil.example </details>',
  '100% %0A ::error file=x::y ##[group]z a:b,c',
  'right-to-left \u202e override, isolate \u2066x\u2069, lone \ud800 surrogates \udc00, \ufffe\uffff, 漢字 👍',
]

const NASTY_FILE = './we ird/[a](b)`|<%>,:@x\n\u202e.yaml'

const MULTI_LINE = `spec:
  template: |
    one

    two
  schedule: "a
    b
    c
    d
    e"
`

const JSON_SOURCE =
  '{\n\t"spec": {\n\t\t"schedule": "never",\n\t\t"managedDataSource": "漢字 👍 é", "x": "\u009b"\n\t}\n}\n'

const LONG = `spec: {before: "${'b'.repeat(500)}", schedule: "never", after: "${'a'.repeat(500)}"}\nurl: docker://${'host/'.repeat(60)}\n`

/** What the formats are shown with: by the name of their folder in test/fixtures/formats. */
export const REPORTS: { readonly [name: string]: Report } = {
  clean: report([]),
  basis: { ...report([NOT_TRIMMED, SCHEDULE], { 'hco.yaml': HCO }), ...BASIS },
  'clean-basis': { ...report([]), ...BASIS, configuration: '' },
  severities: report([NOT_TRIMMED, GATE, ABSENT], { 'hco.yaml': HCO }),
  ignored: report([NOT_TRIMMED, SCHEDULE], { 'hco.yaml': HCO }),
  'no-position': report([
    COLLISION,
    { ...COLLISION, message: 'the clusters "east", "west" all lead to a DataImportCron "x/y"', cluster: 'east' },
    { ...COLLISION, resource: { ...RESOURCE, file: { path: 'clusters/east/hco.yaml', index: 1 } }, path: 'spec' },
    { rule: 'no-hyperconverged', severity: 'warning', message: 'there is no HyperConverged in the input' },
    { rule: 'ambiguous-cluster', severity: 'warning', message: "can't tell its cluster", cluster: 'west' },
  ]),
  stdin: report([on('', HCO, 'spec.dataImportCronTemplates[0].spec.managedDataSource', { currentValue: 'win2k22' })], {
    '': HCO,
  }),
  nasty: report(
    NASTY.map((message, index) =>
      at(
        NASTY_FILE,
        { line: 1, column: 1 + index, endLine: 1, endColumn: 5 + index },
        {
          message,
          rule: index === 5 ? message : 'data-import-cron-rejected',
          path: `spec["${message}"]`,
          cluster: message,
          template: message,
          reference: `https://example.com/${message}`,
          currentValue: message,
          proposedValue: { [message]: [message] },
          resource: { ...RESOURCE, name: message, namespace: message, file: { path: message } },
          ...(index === 4 && { ignored: { reason: message } }),
        },
      ),
    ),
    { [NASTY_FILE]: 'a\u001b[31mb\u202ec: "::error::"\n' },
  ),
  'multi-line': report(
    [
      on('hco.yaml', MULTI_LINE, 'spec.template', {}),
      on('hco.yaml', MULTI_LINE, 'spec.schedule', { message: 'must be on one line' }),
    ],
    { 'hco.yaml': MULTI_LINE },
  ),
  json: report(
    [
      on('hco.json', JSON_SOURCE, 'spec.schedule', { currentValue: 'never', proposedValue: '@daily' }),
      on('hco.json', JSON_SOURCE, 'spec.managedDataSource', {}),
      on('hco.json', JSON_SOURCE, 'spec.x', {}),
    ],
    { 'hco.json': JSON_SOURCE },
  ),
  'long-lines': report(
    [
      on('long.yaml', LONG, 'spec.schedule', {}),
      on('long.yaml', LONG, 'spec.before', {}),
      on('long.yaml', LONG, 'spec.after', {}),
      on('long.yaml', LONG, 'url', { message: 'must be a shorter address' }),
    ],
    { 'long.yaml': LONG },
  ),
}
