// Prints `N passed, N failed` from vitest's JSON report; a file that could not be loaded counts as a failure.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
const failed = report.numFailedTests + broken.length
const skipped = report.testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'skipped' || test.status === 'pending')
for (const test of skipped) console.log(`skipped: ${test.fullName}`)
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0
