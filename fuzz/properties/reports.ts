import { deepStrictEqual, doesNotMatch, ok } from 'node:assert/strict'
import { configure } from '../../src/cli/sources/configuration/configure.ts'
import { filesOnDisk } from '../../src/cli/sources/configuration/files-on-disk.ts'
import { LeftOuts } from '../../src/cli/sources/left-outs.ts'
import { readFiles } from '../../src/cli/sources/read-input.ts'
import { evaluate } from '../../src/evaluate.ts'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import { FORMAT_NAMES, FORMATS } from '../../src/formats/findings/index.ts'
import { countImages } from '../../src/run.ts'
import { STEERING } from '../../test/formats/steering.ts'
import { validateReport, validateSarif } from '../../test/formats/validators.ts'
import { anyText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

const VALIDATORS = { json: validateReport, sarif: validateSarif }

/** What `check` prints of a file, in every format: valid, well-formed, and nothing that steers a terminal. */
export const reports: Property = {
  name: 'reports',
  inputs: anyText,
  check: ({ text }) => {
    const read = readFiles([{ path: 'found.yaml', text }])
    if (!read.ok) return ok(read.message.length > 0)
    const configured = configure(read.manifests, filesOnDisk('nowhere', []), undefined, new LeftOuts())
    if (!configured.ok) return ok(configured.outcome.stderr.length > 0)
    const { items, texts, configurations } = configured.input
    const evaluation = evaluate(items, configurations.settings, texts)
    const report = {
      version: '0.0.0',
      findings: locateFindings(evaluation.findings),
      images: countImages(evaluation),
      sources: texts,
    }
    for (const name of FORMAT_NAMES) {
      const output = FORMATS[name](report, { color: false })
      doesNotMatch(output, STEERING)
      doesNotMatch(output, /\p{Surrogate}/u)
      ok(output.endsWith('\n'))
      if (name === 'json' || name === 'sarif') deepStrictEqual(VALIDATORS[name](output), [])
    }
  },
}
