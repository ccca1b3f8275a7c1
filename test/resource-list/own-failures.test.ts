/** Only an engine that came to its end makes a text too complicated; any other error of a reader is a failure of ours. */
import { beforeEach, expect, test, vi } from 'vitest'
import { InputError } from '../../src/input-error.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'

const fault = vi.hoisted(() => ({ error: undefined as unknown }))
vi.mock('../../src/yaml/full/tokenize-yaml.ts', () => ({
  tokenizeYaml() {
    throw fault.error
  },
}))

/** Neither JSON nor in block style: only a full parse can tell. */
const TEXT = '{apiVersion: v1, kind: ConfigMap}\n'
const READERS = [
  ['readResourceList', (text: string) => readResourceList(text), 'the input'],
  ['readManifests', (text: string) => readManifests(text, 'a.yaml'), '"a.yaml"'],
] as const

beforeEach(() => {
  fault.error = undefined
})

test.for(READERS)('%s says that a text must be simpler where the engine ended', ([, read, subject]) => {
  fault.error = new RangeError('Maximum call stack size exceeded')
  const message = `${subject} must be simpler: reading it failed with "Maximum call stack size exceeded"`
  expect(read(TEXT)).toEqual({ ok: false, message })
})

test.for(READERS)('%s throws on what is no matter of the text', ([, read]) => {
  for (const error of [
    new TypeError('x is not a function'),
    new Error('a'),
    new SyntaxError('b'),
    new InputError('c'),
  ]) {
    fault.error = error
    expect(() => read(TEXT)).toThrow(error)
  }
  // What is no error at all, too.
  fault.error = 'a word'
  expect(() => read(TEXT)).toThrow('a word')
})

test('a failure behind a getter of a host is no matter of the text', () => {
  const options = {
    get scan(): never {
      throw new TypeError('injected')
    },
  }
  expect(() => readResourceList('kind: ResourceList\n', () => false, options)).toThrow(TypeError)
})
