/**
 * What Kubernetes accepts as a name, a label and an annotation.
 * Source: k8s.io/apimachinery pkg/api/validate/content/{dns,kube}.go and pkg/api/validation/objectmeta.go.
 * Each function says what is wrong, or nothing. Lengths are in UTF-8 bytes.
 */

import { remembered } from '../devices/remembered.ts'
import { goLowerAscii } from './go-text.ts'
import { utf8Length } from './utf8-length.ts'

const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const qualifiedName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/

/** For names of most objects: an RFC 1123 subdomain. */
export const subdomainProblem = remembered((name): string | undefined => {
  if (name === '') return 'must not be empty'
  if (utf8Length(name) > 253) return 'must be at most 253 bytes long'
  // Label by label: one expression for the whole would need nested repetition, which is slow on long bad names.
  if (name.split('.').every((label) => dnsLabel.test(label))) return undefined
  return 'must be lower-case letters, digits, `-` and `.`, and every part must start and end with a letter or digit'
})

/** For names of namespaces and services: an RFC 1123 label. */
export const labelNameProblem = remembered((name): string | undefined => {
  if (name === '') return 'must not be empty'
  if (utf8Length(name) > 63) return 'must be at most 63 bytes long'
  if (dnsLabel.test(name)) return undefined
  return 'must be lower-case letters, digits and `-`, and start and end with a letter or digit'
})

/** For keys of labels, and for finalizers: `name` or `prefix/name`. */
export const labelKeyProblem = remembered((key): string | undefined => {
  const [first = '', second, ...more] = key.split('/')
  if (more.length > 0) return 'must have at most one `/`'
  if (second === undefined) return nameProblem(first, 'the key')
  const prefix = subdomainProblem(first)
  if (prefix !== undefined) return `the part before \`/\` ${prefix}`
  return nameProblem(second, 'the part after `/`')
})

/** For values of labels; an empty one is fine. */
export const labelValueProblem = remembered((value): string | undefined =>
  value === '' ? undefined : nameProblem(value, 'the value'),
)

/** For keys of annotations: as for labels, in any letter case. Their values are free. */
export const annotationKeyProblem = remembered((key): string | undefined => labelKeyProblem(goLowerAscii(key)))

function nameProblem(name: string, subject: string): string | undefined {
  if (name === '') return `${subject} must not be empty`
  if (utf8Length(name) > 63) return `${subject} must be at most 63 bytes long`
  if (qualifiedName.test(name)) return undefined
  return `${subject} must be letters, digits, \`-\`, \`_\` and \`.\`, and start and end with a letter or digit`
}
