import { OWN_API_VERSION } from '../../cluster/kinds.ts'
import type { ReleaseOfClusters } from '../../explanation/release.ts'
import type { Finding } from '../../findings/finding.ts'
import { printJsonText } from '../text/json-text.ts'
import { countFindings } from './counts.ts'
import type { Report } from './report.ts'
import type { JsonReport } from './report-schema.ts'

/** For programs: versioned, and described by `schemas/report.schema.json`. */
export function formatJson(run: Report): string {
  const { version, findings, images, rulesOff, leftOut, releases, read } = run
  const report: JsonReport = {
    apiVersion: OWN_API_VERSION,
    kind: 'Report',
    version,
    summary: {
      ...countFindings(findings),
      dataImportCrons: images.dataImportCrons,
      ...(images.ownDataImportCrons !== undefined && { ownDataImportCrons: images.ownDataImportCrons }),
      ...(images.refusedSilently !== undefined && { refusedSilently: images.refusedSilently }),
      architectures: [...images.architectures],
      rulesOff: rulesOff && [...rulesOff],
    },
    ...toJsonConfigurations(run),
    releases: releases?.map(toJsonRelease),
    leftOut: leftOut?.map(({ path, reason }) => ({ path, reason })),
    read: read && {
      clusters: read.clusters,
      files: [...read.files],
      seen: read.seen,
      skipped: read.skipped.map(({ path, reason }) => ({ path, reason })),
    },
    findings: findings.map(toJsonFinding),
  }
  return printJsonText(report)
}

function toJsonRelease(release: ReleaseOfClusters): NonNullable<JsonReport['releases']>[number] {
  const { hyperconvergedVersion, openshiftVirtualization, source, written, nearest, productSet, clusters } = release
  return {
    hyperconvergedVersion,
    openshiftVirtualization,
    source,
    written,
    nearest,
    commonTemplatesRestOn: productSet?.ratings.set,
    clusters: [...clusters],
  }
}

function toJsonConfigurations(run: Report): Pick<JsonReport, 'configuration' | 'configurations'> {
  const { configuration, configurations } = run
  return {
    ...(configuration !== undefined && {
      configuration: { file: configuration, ...(run.extends && { extends: [...run.extends] }) },
    }),
    ...(configurations && {
      configurations: configurations.map(({ file, clusters, ...use }) => ({
        ...(file !== undefined && { file }),
        ...(use.extends && { extends: [...use.extends] }),
        clusters: [...clusters],
      })),
    }),
  }
}

/** Names each member, so that nothing gets into the output that its schema does not have. */
function toJsonFinding(finding: Finding): JsonReport['findings'][number] {
  const { rule, severity, message, cluster, template, path, currentValue, proposedValue, reference } = finding
  const { causedBy, ignored } = finding
  return {
    rule,
    severity,
    message,
    cluster,
    template,
    resource: toJsonResource(finding),
    path,
    position: toJsonPosition(finding),
    currentValue,
    proposedValue,
    reference,
    causedBy: causedBy && { rule: causedBy.rule, template: causedBy.template, path: causedBy.path },
    ignored: ignored && { reason: ignored.reason },
  }
}

function toJsonResource({ resource }: Finding): JsonReport['findings'][number]['resource'] {
  if (!resource) return undefined
  const { apiVersion, kind, name, namespace, file } = resource
  return { apiVersion, kind, name, namespace, file: file && { path: file.path, index: file.index } }
}

function toJsonPosition({ position }: Finding): JsonReport['findings'][number]['position'] {
  if (!position) return undefined
  const { file, line, column, endLine, endColumn } = position
  return { file, line, column, endLine, endColumn }
}
