import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/rules/index.ts'
import { caseNames, evaluateCase } from './cases.ts'

const findings = caseNames('err').flatMap((name) =>
  evaluateCase(`err/${name}`).findings.map((finding) => [`${name}: ${finding.rule}`, finding] as const),
)

/** The message without what it quotes. */
function ownWords(message: string): string {
  return message.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '…')
}

describe('every message', () => {
  test.for(findings)('%s', ([, { message }]) => {
    expect(message).toBe(message.trim())
    expect(message).not.toMatch(/\n| {2}/)
    const words = ownWords(message)
    // "must", never "should"; words, not symbols, for inequalities; what can be done, not what went wrong inside.
    expect(words).not.toMatch(/\b(should|please|oops|unfortunately|undefined|NaN)\b|\[object/i)
    expect(words).not.toMatch(/[<>]=?|!=|==/)
    // A path of a field stands in back-quotes, whole.
    expect(words).not.toMatch(/\b(spec|metadata|status)\.[a-z]/)
    expect(message.split('`').length % 2).toBe(1)
    expect(message.split('"').length % 2).toBe(1)
  })

  const withWords = findings.filter(([, { currentValue }]) => typeof currentValue === 'string' && currentValue !== '')

  test.for(withWords)('%s quotes the value that it names', ([, { message, currentValue }]) => {
    const value = String(currentValue)
    // CDI's own words for a bad address have it bare.
    if (!ownWords(message).includes(value) || message.includes('Illegal registry source URL')) return
    expect([`"${value}"`, `\`${value}\``].some((quoted) => message.includes(quoted))).toBe(true)
  })
})

describe('every rule', () => {
  test.for(RULES.map((rule) => [rule.id, rule] as const))('%s', ([id, { summary, why, remediation, reference }]) => {
    expect(id).toMatch(/^(HCO[A-Za-z]+|[a-z0-9]+(-[a-z0-9]+)*)$/)
    for (const text of [summary, why, remediation]) {
      expect(text).toBe(text.trim())
      expect(text).toMatch(/[.]$/)
      expect(ownWords(text)).not.toMatch(/\b(should|please)\b/i)
    }
    expect(reference ?? 'https://').toMatch(/^https:\/\//)
  })
})
