/** `npm run bench`: measures the function beside its peers, prints tables, and writes RESULTS.md when all was measured. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { failuresOf, successesOf } from './build.ts'
import { CASES } from './cases.ts'
import { compare } from './comparison.ts'
import { findContenders, findOurs } from './contenders.ts'
import { measureLinearity } from './linearity.ts'
import { describeMachine, listVersions } from './machine.ts'
import { PARTS, readOptions } from './options.ts'
import { findOrchestrators, measureShares } from './orchestrators.ts'
import { BENCH } from './paths.ts'
import { printList, printReport, type Section } from './report.ts'
import { buildStopwatch, measureWithNode } from './stopwatch.ts'
import { compareStyles } from './styles.ts'

const { parts, rounds } = readOptions(process.argv.slice(2))
const machine = describeMachine()
const stopwatch = buildStopwatch()
const watch = stopwatch.ok ? stopwatch.value : measureWithNode
const contenders = parts.some((part) => CASES.has(part) || part === 'styles') ? findContenders() : findOurs()
const orchestrators = parts.includes('orchestrators') ? findOrchestrators() : []
const missing = failuresOf([stopwatch, ...contenders, ...orchestrators])

const report = printReport([
  { title: 'Machine and versions', text: printList([...machine, ...listVersions()]) },
  ...(missing.length > 0 ? [{ title: 'Left out', text: printList(missing) }] : []),
  ...compareWithPeers(),
  ...showStyles(),
  ...showLinearity(),
  ...showShares(),
])
process.stdout.write(report)
if (parts.length === PARTS.length) writeFileSync(resolve(BENCH, 'RESULTS.md'), report)

function compareWithPeers(): Section[] {
  const cases = parts.flatMap((part) => CASES.get(part) ?? [])
  if (cases.length === 0) return []
  return [{ title: 'Beside its peers', text: compare(cases, successesOf(contenders), watch, rounds) }]
}

function showStyles(): Section[] {
  if (!parts.includes('styles')) return []
  return [{ title: 'In every style', text: compareStyles(successesOf(contenders), watch, rounds) }]
}

function showLinearity(): Section[] {
  return parts.includes('linearity') ? [{ title: 'What one more costs', text: measureLinearity(watch) }] : []
}

function showShares(): Section[] {
  if (!parts.includes('orchestrators')) return []
  const text = measureShares(successesOf(orchestrators), successesOf(findOurs()), watch, rounds)
  return [{ title: "The orchestrators' share of a render", text }]
}
