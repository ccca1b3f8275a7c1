/** The texts that inputs begin with: every fixture that is YAML, example and recorded case, as a ResourceList. */
import { readFileSync } from 'node:fs'
import { globSync } from 'glob'
import { stringify } from 'yaml'
import { REHEARSAL } from '../../functions/golden-images/rehearsal.ts'
import { composeYaml } from '../../src/yaml/full/compose-yaml.ts'
import { tokenizeYaml } from '../../src/yaml/full/tokenize-yaml.ts'
import { readCases } from '../../test/conformance-case.ts'

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
/** A longer one is mutated no better, only more slowly. */
const LONGEST = 60_000

export const CORPUS: readonly string[] = [
  REHEARSAL,
  ...globSync(['test/fixtures/**/*.yaml', 'examples/**/*.yaml'])
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
    .map((text) => (text.includes('kind: ResourceList') ? text : listOf(text))),
  ...recordedCases(),
].filter((text) => text.length <= LONGEST && isYaml(text))

/** Some fixtures are broken on purpose; what nobody asks for is not read, and leaves the function as it came. */
function isYaml(text: string): boolean {
  const stream = tokenizeYaml(text)
  return stream.ok && composeYaml(text, stream.tokens).ok
}

/** The documents as they stand, comments and all; a configuration among them is the list's. */
function listOf(text: string): string {
  const documents = text.split(/^---.*$/m).filter((document) => /^\w/m.test(document))
  const configuration = documents.find((document) => /^kind: GoldenImages$/m.test(document))
  const items = documents.filter((document) => document !== configuration).map((document) => item(document))
  const head = configuration === undefined ? HEAD : `${HEAD}functionConfig:\n${indent(configuration)}\n`
  return `${head}items:\n${items.join('')}`
}

/** Its dash stands before the first key. */
function item(document: string): string {
  return `${indent(document).replace(/^ {2}(?=[\w"'{])/m, '- ')}\n`
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '  ')
}

/** As YAML and as JSON by turns. */
function recordedCases(): string[] {
  const cases = (['named', 'operators', 'releases', 'placement'] as const).flatMap(readCases)
  return cases.map(({ input }, index) => {
    const { hyperConverged, nodes, commonTemplates: commonBootImages, hyperconvergedVersion } = input
    const spec = { commonBootImages, hyperconvergedVersion, emit: { dataSources: true } }
    const functionConfig = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec }
    const items = [hyperConverged, ...nodes]
    const list = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig }
    return index % 2 === 0 ? stringify(list) : JSON.stringify(list, null, index % 4 === 1 ? undefined : 2)
  })
}
