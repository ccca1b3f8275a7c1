import { writeSync } from 'node:fs'
import { printable } from '../formats/text/printable.ts'
import { describeFailure } from './describe-failure.ts'
import { stackOf } from './stack-of.ts'

// What nobody caught becomes one line and the exit code 3: Node would print its stack, and end with 1, which means a finding.
process.on('uncaughtException', (error: unknown) => {
  try {
    writeSync(2, `golden-images: ${printable(describeFailure(error))}\n${stackOf(error)}`)
  } finally {
    process.exit(3)
  }
})
