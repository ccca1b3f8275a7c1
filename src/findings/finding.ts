import type { JsonValue } from '../json/json.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import type { NamedItem } from '../resource-list/read-resource-list.ts'
import type { FilePosition } from './position.ts'
import { SEVERITIES, type Severity } from './severity.ts'

/** What outputs say of the item that a finding is about. */
export interface ResourceReference {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  /** The file that the item came from, and its place among the file's documents, when something tells. */
  readonly file?: { readonly path: string; readonly index?: number }
}

/** What a rule has to say of one place, before severities and ignores are laid over it. */
export interface Problem {
  /** The end of a sentence about the value at the path: what is, and what to do. */
  readonly message: string
  /** Where this one weighs otherwise than its rule does by default; the configuration goes before both. */
  readonly severity?: Severity
  /** The rules from whose findings, on its template or on the whole cluster, it may follow. */
  readonly because?: readonly string[]
  /** The item that it is about. */
  readonly item?: NamedItem
  /** The path within the item, for its own apiVersion. */
  readonly path?: string
  readonly currentValue?: JsonValue
  /** Only where one is certain. */
  readonly proposedValue?: JsonValue
  /** Name of the template, when one is concerned. */
  readonly template?: string
  /** The cluster, when it has a name. */
  readonly cluster?: string
  /** Where the value stands, worked out late and only where the source is at hand. */
  readonly position?: FilePosition
}

/** The one value that flows from rules to every output. */
export interface Finding extends Problem {
  readonly rule: string
  readonly severity: Severity
  /** Of an item inside another object: from the root of that one's document. */
  readonly path?: string
  readonly resource?: ResourceReference
  /** Address that tells more. */
  readonly reference?: string
  /** The finding from which it follows: mended with that one, it does not count by itself. */
  readonly causedBy?: Pick<Finding, 'rule' | 'template' | 'path'>
  /** Why it does not count; undefined when it does. */
  readonly ignored?: { readonly reason: string }
}

/** The most severe first, then by where and what. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ cluster, resource, path, rule, message }: Finding) =>
    [cluster, resource?.file?.path, resource?.kind, resource?.namespace, resource?.name, path, rule, message].join('\n')
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity) || compareBytes(a.key, b.key),
    )
    .map(({ finding }) => finding)
}
