import { readdirSync, readFileSync } from 'node:fs'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { type Evaluation, evaluate } from '../../src/run.ts'

export const CASES = 'test/fixtures/rules'

export function caseNames(kind: 'err' | 'ok'): string[] {
  return readdirSync(`${CASES}/${kind}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
}

export function readCase(name: string): string {
  return readFileSync(`${CASES}/${name}.yaml`, 'utf8')
}

/** A case is a file of manifests, with the configuration among them; as on standard input, nothing tells where it lies. */
export function evaluateCase(name: string): Evaluation {
  return evaluateText(readCase(name))
}

export function evaluateText(text: string): Evaluation {
  const read = readManifests(text, '')
  if (!read.ok) throw new Error(read.message)
  const configuration = readConfiguration(read.items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  return evaluate(read.items, sameForAll(configuration.settings), new Map([['', text]]))
}
