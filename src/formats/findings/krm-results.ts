import type { Finding } from '../../findings/finding.ts'
import type { KrmResult } from '../../resource-list/krm-result.ts'

/** Findings as the `results` of a ResourceList; ignored ones are only counted, on stderr. */
export function toKrmResults(findings: readonly Finding[]): KrmResult[] {
  return findings.filter(({ ignored }) => !ignored).map(toKrmResult)
}

function toKrmResult(finding: Finding): KrmResult {
  const { message, severity, resource, path, currentValue, proposedValue, rule, cluster, template } = finding
  const { reference, causedBy } = finding
  return {
    message,
    severity,
    ...(resource && {
      resourceRef: {
        apiVersion: resource.apiVersion,
        kind: resource.kind,
        name: resource.name,
        ...(resource.namespace !== undefined && { namespace: resource.namespace }),
      },
    }),
    // The specification wants a `resourceRef` beside a `field`.
    ...(resource &&
      path !== undefined && {
        field: {
          path,
          ...(currentValue !== undefined && { currentValue }),
          ...(proposedValue !== undefined && { proposedValue }),
        },
      }),
    ...fileOf(finding),
    tags: {
      rule,
      ...(cluster !== undefined && { cluster }),
      ...(template !== undefined && { template }),
      ...(reference !== undefined && { reference }),
      ...(causedBy && { causedBy: causedBy.rule }),
    },
  }
}

/** Of what is no item, the file in which it stands. */
function fileOf({ resource, position }: Finding): Pick<KrmResult, 'file'> {
  if (resource) return resource.file ? { file: { ...resource.file } } : {}
  return position?.file ? { file: { path: position.file } } : {}
}
