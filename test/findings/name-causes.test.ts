import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { nameCauses } from '../../src/findings/name-causes.ts'
import { countFindings } from '../../src/formats/findings/counts.ts'
import { foldFindings } from '../../src/formats/findings/fold.ts'

const CAUSE: Finding = { rule: 'cause', severity: 'error', message: 'nothing works', path: 'spec.a', template: 'one' }
const EFFECT: Finding = { rule: 'effect', severity: 'error', message: 'no image', template: 'one', because: ['cause'] }

function effects(...findings: Finding[]) {
  return nameCauses(findings).filter(({ rule }) => rule === 'effect')
}

describe('a finding that follows from another one', () => {
  test('names it, and is told and counted with it alone', () => {
    const findings = nameCauses([EFFECT, CAUSE])
    expect(findings[0]).toEqual({
      rule: 'effect',
      severity: 'error',
      message: 'no image',
      template: 'one',
      causedBy: { rule: 'cause', template: 'one', path: 'spec.a' },
    })
    expect(countFindings(findings)).toMatchObject({ error: 1 })
    expect(foldFindings(findings)).toEqual([
      { ...CAUSE, message: 'nothing works. 1 more finding follows from this: effect for "one".' },
    ])
  })

  test.for<[string, Finding]>([
    ['is not there', { ...CAUSE, rule: 'another' }],
    ['is ignored', { ...CAUSE, ignored: { reason: 'known' } }],
    ['weighs less', { ...CAUSE, severity: 'warning' }],
    ['is about another template', { ...CAUSE, template: 'two' }],
    ['is in another cluster', { ...CAUSE, cluster: 'west' }],
  ])('stands by itself when its cause %s', ([, cause]) => {
    const [effect] = effects(EFFECT, cause)
    expect(effect).not.toHaveProperty('causedBy')
    expect(effect).not.toHaveProperty('because')
  })

  test('follows from one about the whole cluster, whatever its template', () => {
    const { template: _, ...whole } = CAUSE
    const both = effects({ ...EFFECT, template: 'two' }, EFFECT, whole)
    expect(both.map(({ causedBy }) => causedBy?.rule)).toEqual(['cause', 'cause'])
  })
})
