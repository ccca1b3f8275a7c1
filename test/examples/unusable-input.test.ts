/** What can't be read gives exit code 3, what can't be used as a configuration 2; never anything on stdout. */
import { describe, expect, test } from 'vitest'
import { goldenImages, resourceList, runFunction, STACK_TRACE } from './built-function.ts'

const HEADER = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'

const UNREADABLE: readonly [name: string, input: string | Uint8Array, says: string][] = [
  ['nothing', '', 'the input is empty'],
  ['no YAML', '{a: [}\n', 'line 1'],
  ['a string', 'hello\n', 'it is a string'],
  ['another object', 'apiVersion: v1\nkind: ConfigMap\n', '"ConfigMap"'],
  [
    'a ResourceList of another version',
    'apiVersion: config.kubernetes.io/v2\nkind: ResourceList\n',
    'kubernetes.io/v2"',
  ],
  ['items that are an object', `${HEADER}items: {a: 1}\n`, '`items` must be a list'],
  ['an item that is a number', `${HEADER}items:\n- 1\n`, '`items[0]` must be an object'],
  ['an item that is null', `${HEADER}items: [null]\n`, '`items[0]` must be an object'],
  ['bytes that are not UTF-8', Buffer.from([...Buffer.from(`${HEADER}# `), 0xff, 0x0a]), 'must be UTF-8'],
  ['UTF-16', Buffer.from(`\ufeff${HEADER}`, 'utf16le'), 'must be UTF-8'],
]

describe('exit code 3', () => {
  test.each(UNREADABLE)('%s', (_name, input, says) => {
    const { exitCode, stdout, stderr } = runFunction(input)
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).toMatch(/^golden-images: [^\n]*\n$/)
    expect(stderr).not.toMatch(STACK_TRACE)
  })
})

const UNUSABLE: readonly [name: string, functionConfig: string, path: string, says: string][] = [
  ['an unknown field', goldenImages('{modus: validate}'), 'spec.modus', 'mode, failOn'],
  ['an unknown field of an object', goldenImages('{emit: {colour: red}}'), 'spec.emit.colour', 'dataSources'],
  ['__proto__', goldenImages('{__proto__: {mode: validate}}'), 'spec.__proto__', 'mode, failOn'],
  ['an unknown rule', goldenImages('{rules: {no-such-rule: info}}'), 'spec.rules.no-such-rule', 'the nearest are'],
  ['an unknown severity', goldenImages('{rules: {no-hyperconverged: fatal}}'), 'spec.rules', '"off"'],
  ['an unknown value', goldenImages('{mode: guess}'), 'spec.mode', '"generate", "validate"'],
  ['a number for a word', goldenImages('{failOn: 1}'), 'spec.failOn', '"error", "warning", "never"'],
  ['a word for a list', goldenImages('{architectures: {workload: amd64}}'), 'spec.architectures.workload', 'a list'],
  ['an unquoted version', goldenImages('{hyperconvergedVersion: 1.20}'), 'spec.hyperconvergedVersion', 'quote it'],
  ['an unknown kind', '{apiVersion: golden-images.dev/v1alpha1, kind: GoldenImage}', 'kind', '"GoldenImages"'],
  ['an unknown version of ours', '{apiVersion: golden-images.dev/v1, kind: GoldenImages}', 'apiVersion', 'v1alpha1'],
  ['an unknown key of a ConfigMap', '{apiVersion: v1, kind: ConfigMap, data: {mood: good}}', 'data.mood', 'failOn'],
]

describe('exit code 2', () => {
  test.each(UNUSABLE)('%s', (_name, functionConfig, path, says) => {
    const { exitCode, stdout, stderr } = runFunction(resourceList([], functionConfig))
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(`\`${path}`)
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(STACK_TRACE)
  })
})
