import { readdirSync, readFileSync } from 'node:fs'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import type { Sources } from '../../src/findings/locate-findings.ts'
import { assembleResourceList } from '../../src/resource-list/assemble-resource-list.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { type Evaluation, evaluate } from '../../src/run.ts'

export interface CaseFile {
  readonly file: string
  readonly text: string
}

export const CASES = 'test/fixtures/rules'

export function caseNames(kind: 'err' | 'ok'): string[] {
  return readdirSync(`${CASES}/${kind}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
}

/** A case is a file of manifests, with the configuration among them. */
export function evaluateCase(name: string): Evaluation {
  return evaluateFile({ file: `${name}.yaml`, text: readFileSync(`${CASES}/${name}.yaml`, 'utf8') }).evaluation
}

export function evaluateFile({ file, text }: CaseFile): { evaluation: Evaluation; sources: Sources } {
  const read = readManifests(text, file)
  if (!read.ok) throw new Error(read.message)
  const configuration = readConfiguration(read.items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  const sources: Sources = {
    texts: new Map([[file, text]]),
    ofItem: (index) => {
      const item = read.items[index]
      return item && { file, text, slice: item.text, offset: item.offset }
    },
  }
  const { items } = assembleResourceList(read.items.map((item) => item.value()))
  return { evaluation: evaluate(items, configuration.settings, sources), sources }
}
