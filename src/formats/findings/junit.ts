import type { Finding } from '../../findings/finding.ts'
import { groupBy } from '../../json/group-by.ts'
import { element, textElement } from '../text/xml.ts'
import { remarksOn } from './basis.ts'
import { distinguish } from './distinguish.ts'
import { describePosition, describeValue, fileOf, nameFile } from './place.ts'
import type { Report } from './report.ts'

/** For CI servers: a suite a file (or cluster), a case a finding. Nothing in it depends on time. */
export function formatJunit(report: Report): string {
  const { findings } = report
  // Only a suite can have properties, and the first one speaks for all.
  const properties = toProperties(report)
  const suites = [...groupBy(findings, suiteOf)].flatMap(([name, members], index) =>
    toSuite(name, members, index === 0 ? properties : []),
  )
  const { skipped, ...counts } = countCases(findings)
  const root =
    suites.length > 0
      ? element('testsuites', { name: 'golden-images', ...counts, time: 0 }, suites)
      : element('testsuites', { name: 'golden-images', tests: 1, failures: 0, errors: 0, time: 0 }, clean(properties))
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...root].map((line) => `${line}\n`).join('')
}

/** Servers take a report without any case for a broken one. */
function clean(properties: readonly string[]): string[] {
  const counts = { tests: 1, failures: 0, errors: 0, skipped: 0 }
  const passed = element('testcase', { name: 'no findings', classname: 'golden-images', time: 0 })
  return element('testsuite', { name: 'golden-images', ...counts, time: 0 }, [...properties, ...passed])
}

function toProperties(report: Report): string[] {
  const properties = remarksOn(report).flatMap(({ name, value }) => element('property', { name, value }))
  return properties.length > 0 ? element('properties', {}, properties) : []
}

function suiteOf(finding: Finding): string {
  const file = fileOf(finding)
  if (file !== undefined) return nameFile(file)
  return finding.cluster === undefined ? 'golden-images' : `cluster ${finding.cluster}`
}

function toSuite(name: string, findings: readonly Finding[], properties: readonly string[]): string[] {
  // Servers follow a case by its names, so they have no line number, and take two of the same names for one.
  const names = distinguish(findings.map((finding) => `${finding.rule} ${describeValue(finding) ?? finding.rule}`))
  const cases = findings.flatMap((finding, index) => {
    const name = names[index]?.slice(finding.rule.length + 1) ?? ''
    return element('testcase', { name, classname: finding.rule, time: 0 }, toOutcome(finding))
  })
  return element('testsuite', { name, ...countCases(findings), time: 0 }, [...properties, ...cases])
}

function countCases(findings: readonly Finding[]) {
  return {
    tests: findings.length,
    failures: findings.filter(fails).length,
    errors: 0,
    skipped: findings.filter(({ ignored }) => ignored).length,
  }
}

function fails({ ignored, severity }: Finding): boolean {
  return !ignored && severity !== 'info'
}

function toOutcome(finding: Finding): string[] {
  const { ignored, severity, message } = finding
  if (ignored) return [textElement('skipped', {}, [ignored.reason]), textElement('system-out', {}, describe(finding))]
  if (fails(finding)) return [textElement('failure', { type: severity, message }, describe(finding))]
  return [textElement('system-out', {}, describe(finding))]
}

function describe(finding: Finding): string[] {
  const { severity, rule, message, proposedValue, reference } = finding
  const place = [describePosition(finding), severity, rule].filter((word) => word !== undefined).join(' ')
  const value = describeValue(finding)
  return [
    place,
    ...(value === undefined ? [] : [`in ${value}`]),
    message,
    ...(proposedValue === undefined ? [] : [`fix: ${JSON.stringify(proposedValue)}`]),
    ...(reference === undefined ? [] : [`see: ${reference}`]),
  ]
}
