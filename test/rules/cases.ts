import { readdirSync, readFileSync } from 'node:fs'
import { WANTED_OBJECTS } from '../../src/cluster/wanted-objects.ts'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { type Evaluation, evaluate } from '../../src/evaluate.ts'
import { findBlanks } from '../../src/findings/blanks.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { readWhatCanBe } from '../../src/resource-list/manifests/read-what-can-be.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Reading } from '../../src/rules/reading.ts'
import { problemsOfKustomization } from './kustomization-case.ts'

export const CASES = 'test/fixtures/rules'

export function caseNames(kind: 'err' | 'ok'): string[] {
  return readdirSync(`${CASES}/${kind}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
}

export function readCase(name: string): string {
  return readFileSync(`${CASES}/${name}.yaml`, 'utf8')
}

/** Whether the case is about what a command has read; the function, which reads a list, has no part in it. */
export function isAboutReading(name: string): boolean {
  const id = /([^/]*?)(\.[^/]*)?$/.exec(name)?.[1]
  return RULES.some((rule) => rule.id === id && rule.scope === 'reading')
}

/** A case is a file of manifests, with the configuration among them; as on standard input, nothing tells where it lies. */
export function evaluateCase(name: string): Evaluation {
  const text = readCase(name)
  if (!isAboutReading(name)) return evaluateText(text)
  const { items, notes } = readWhatCanBe({ file: 'site.yaml', text }, WANTED_OBJECTS, false)
  const kustomization = items.find(({ kind }) => kind === 'Kustomization')
  const builds = kustomization ? problemsOfKustomization(kustomization.text) : []
  return evaluateItems(items, 'site.yaml', text, {
    notes,
    blanks: findBlanks(items),
    charts: new Map(),
    searched: ['clusters'],
    builds,
  })
}

export function evaluateText(text: string): Evaluation {
  const read = readManifests(text, '')
  if (!read.ok) throw new Error(read.message)
  return evaluateItems(read.items, '', text)
}

function evaluateItems(items: readonly Item[], file: string, text: string, reading?: Reading): Evaluation {
  const configuration = readConfiguration(items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  return evaluate(items, sameForAll(configuration.settings), new Map([[file, text]]), reading)
}
