import type { Finding } from '../../findings/finding.ts'
import type { FilePosition, Position } from '../../findings/position.ts'
import type { JsonValue } from '../../json/json.ts'
import { artifactLocation } from './artifact-location.ts'
import type { SourceLines } from './source-lines.ts'

/**
 * The proposed value as an edit. Only where the position is that of the whole current value: the position of a value
 * that is absent is that of its nearest parent.
 */
export function toSarifFixes(finding: Finding, lines: SourceLines) {
  const { position, currentValue, proposedValue } = finding
  // Standard input is no artifact that could be edited.
  if (!position || position.file === '' || !isScalar(currentValue) || !isScalar(proposedValue)) return undefined
  const written = cut(lines, position)
  if (written === undefined || !reads(written, currentValue)) return undefined
  // JSON's scalars are YAML's, too.
  const text = JSON.stringify(proposedValue)
  return [
    {
      description: { text: `Write ${text}.` },
      artifactChanges: [
        {
          artifactLocation: artifactLocation(position.file),
          replacements: [{ deletedRegion: toSarifRegion(position), insertedContent: { text } }],
        },
      ],
    },
  ]
}

/** A position as SARIF has it: both count from 1, and both end after the last character. */
export function toSarifRegion({ line, column, endLine, endColumn }: Position) {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

type Scalar = string | number | boolean | null

function isScalar(value: JsonValue | undefined): value is Scalar {
  return value !== undefined && (typeof value !== 'object' || value === null)
}

/** The text at a position that is within one line. */
function cut(lines: SourceLines, { file, line, column, endLine, endColumn }: FilePosition): string | undefined {
  return line === endLine ? lines.get(file)?.[line - 1]?.slice(column - 1, endColumn - 1) : undefined
}

function reads(written: string, value: Scalar): boolean {
  if (written === String(value) || written === JSON.stringify(value)) return true
  return written === `'${String(value).replaceAll("'", "''")}'`
}
