import type { Finding } from '../../findings/finding.ts'
import { ownPath } from '../../findings/outer-path.ts'
import { distinguish } from './distinguish.ts'

/** Of each finding a word that stays the same when lines move and wording changes; no two are equal. */
export function fingerprints(findings: readonly Finding[]): string[] {
  return distinguish(findings.map(identity)).map(hash)
}

function identity(finding: Finding): string {
  const { rule, cluster, resource, template, currentValue } = finding
  const { kind, namespace, name } = resource ?? {}
  // A template is known by its name: its place in the list changes with every template that is put before it.
  const place = template === undefined ? ownPath(finding) : ownPath(finding)?.replace(/\[\d+\]/, '[]')
  return JSON.stringify([rule, cluster, kind, namespace, name, template, place, currentValue])
}

const OFFSET_BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** FNV-1a with 64 bits over the UTF-16 units, low byte first. */
function hash(text: string): string {
  let value = OFFSET_BASIS
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    for (const byte of [unit & 0xff, unit >> 8]) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * PRIME)
  }
  return value.toString(16).padStart(16, '0')
}
