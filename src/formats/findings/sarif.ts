import type { Finding } from '../../findings/finding.ts'
import { printJsonText } from '../text/json-text.ts'
import { visible } from '../text/printable.ts'
import { artifactLocation } from './artifact-location.ts'
import { fingerprints } from './fingerprint.ts'
import { fileOf } from './place.ts'
import type { Report } from './report.ts'
import { toRunBasis } from './sarif-basis.ts'
import { toSarifFixes, toSarifRegion } from './sarif-fix.ts'
import { ruleIndex, SARIF_LEVEL, SARIF_RULES } from './sarif-rules.ts'
import { splitSources } from './source-lines.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** For code scanning: SARIF 2.1.0. */
export function formatSarif(report: Report): string {
  const { version, findings } = report
  const lines = splitSources(report)
  const prints = fingerprints(findings)
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'golden-images',
            version,
            informationUri: 'https://golden-images.dev',
            rules: SARIF_RULES,
          },
        },
        columnKind: 'utf16CodeUnits',
        ...toRunBasis(report),
        results: findings.map((finding, index) => ({
          ...toResult(finding),
          partialFingerprints: { 'goldenImages/v1': prints[index] },
          fixes: toSarifFixes(finding, lines),
        })),
      },
    ],
  }
  return printJsonText(log)
}

function toResult(finding: Finding) {
  const { rule, severity, message, cluster, template, reference, ignored } = finding
  const location = { physicalLocation: toPhysicalLocation(finding), logicalLocations: toLogicalLocations(finding) }
  const isSomewhere = location.physicalLocation !== undefined || location.logicalLocations !== undefined
  return {
    ruleId: rule,
    ruleIndex: ruleIndex(rule),
    level: SARIF_LEVEL[severity],
    message: { text: plainText(message) },
    locations: isSomewhere ? [location] : [],
    suppressions: ignored && [{ kind: 'external', status: 'accepted', justification: ignored.reason }],
    properties: { cluster, template, reference },
  }
}

/** Viewers would draw `[text](address)` in a message as a link. */
function plainText(message: string): string {
  return visible(message).replaceAll('](', '] (')
}

/** Standard input is no artifact that a viewer could open. */
function toPhysicalLocation(finding: Finding) {
  const file = fileOf(finding)
  if (!file) return undefined
  const { position } = finding
  return { artifactLocation: artifactLocation(file), region: position && toSarifRegion(position) }
}

function toLogicalLocations({ resource, path }: Finding) {
  if (!resource) return undefined
  const { kind, namespace, name } = resource
  const fullyQualifiedName = [kind, namespace, name].filter((part) => part !== undefined).join('/')
  return [
    { kind: 'resource', name, fullyQualifiedName },
    ...(path === undefined ? [] : [{ kind: 'value', name: path, fullyQualifiedName: `${fullyQualifiedName} ${path}` }]),
  ]
}
