/** Input that is well-formed, and means harm or nothing: findings or exit code 3, and never a lost item. */
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { hyperConverged, MULTI_ARCH, NODES, resourceList, runFunction, STACK_TRACE } from './built-function.ts'

const ODD_SPECS: readonly [name: string, spec: string][] = [
  ['a spec that is a number', '5'],
  ['a spec that is a list', '[a, b]'],
  ['a spec that is null', 'null'],
  ['templates that are an object', '{dataImportCronTemplates: {a: 1}}'],
  ['templates that are numbers or null', '{dataImportCronTemplates: [1, null, "", [], {}]}'],
  ['metadata that is no object', '{dataImportCronTemplates: [{metadata: 5}, {metadata: null, spec: 3}]}'],
  ['annotations that are numbers', '{dataImportCronTemplates: [{metadata: {name: a, annotations: {a: 1}}, spec: {}}]}'],
  ['names of the language', '{__proto__: {a: 1}, constructor: 5, toString: {prototype: null}, hasOwnProperty: []}'],
  ['a node placement that is a word', '{workloads: {nodePlacement: everywhere}}'],
]

describe('an odd HyperConverged', () => {
  test.each(ODD_SPECS)('%s', (_name, spec) => {
    const items = [hyperConverged(spec), ...NODES, '{apiVersion: v1, kind: ConfigMap, metadata: {name: __proto__}}']
    const { exitCode, stdout, stderr } = runFunction(resourceList(items))
    expect([0, 1]).toContain(exitCode)
    expect(stderr).toMatch(/^golden-images: /)
    expect(stderr).not.toMatch(STACK_TRACE)
    const kept: unknown = parse(stdout, { schema: 'core' })
    expect(kept).toMatchObject({ items: items.map((item): unknown => parse(item)) })
  })
})

const LEVELS = 'abcdefghijkl'

/** Each level stands for nine of the one before. */
function aliasBomb(): string {
  const levels = [...LEVELS].map((name, level) => {
    const part = level === 0 ? 'x' : `*${LEVELS[level - 1]}`
    return `${name}: &${name} [${Array(9).fill(part).join(', ')}]`
  })
  return `{${levels.join(', ')}}`
}

const BOMBS: readonly [name: string, input: string][] = [
  ['in a HyperConverged', resourceList([hyperConverged(aliasBomb()), ...NODES])],
  ['in an item that passes through', resourceList([`{apiVersion: v1, kind: ConfigMap, data: ${aliasBomb()}}`])],
  ['in the configuration', resourceList([], `{apiVersion: v1, kind: ConfigMap, data: ${aliasBomb()}}`)],
  ['that stands for itself', resourceList(['{apiVersion: v1, kind: ConfigMap, data: &a {b: *a}}'])],
  ['of depth', resourceList([`{a: ${'['.repeat(100_000)}${']'.repeat(100_000)}}`])],
]

describe('a bomb', () => {
  test.each(BOMBS)('%s', { timeout: 20_000 }, (_name, input) => {
    const { exitCode, stdout, stderr } = runFunction(input, '--max-old-space-size=200')
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).not.toMatch(STACK_TRACE)
  })
})

test('ten thousand templates', () => {
  const templates = Array.from({ length: 10_000 }, (_, index) => {
    const source = `{registry: {url: "docker://registry.example/image:${index}"}}`
    const template = `{spec: {source: ${source}, storage: {resources: {requests: {storage: 1Gi}}}}}`
    return `{metadata: {name: image-${index}, annotations: {ssp.kubevirt.io/dict.architectures: amd64}}, spec: {schedule: "@daily", managedDataSource: image-${index}, template: ${template}}}`
  })
  const spec = `{${MULTI_ARCH}, enableCommonBootImageImport: false, dataImportCronTemplates: [${templates.join(', ')}]}`
  const { exitCode, stdout, stderr } = runFunction(resourceList([hyperConverged(spec), ...NODES]))
  expect(exitCode, stderr.slice(0, 1000)).toBe(0)
  expect(stderr).toMatch(/^golden-images: .*; 10000 DataImportCrons for amd64, arm64\n/)
  expect(stdout.match(/^ *kind: DataImportCron$/gm)).toHaveLength(10_000)
})
