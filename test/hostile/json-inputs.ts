import { fill, lines, SIZE } from './text.ts'

const LIST = '"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList"'
const HYPERCONVERGED =
  '"apiVersion":"hco.kubevirt.io/v1beta1","kind":"HyperConverged","metadata":{"name":"kubevirt-hyperconverged"}'

const VALUES: readonly (readonly [name: string, value: () => string])[] = [
  ['brackets that open', () => fill('[')],
  ['brackets that nest', () => fill('[', SIZE / 2) + fill(']', SIZE / 2)],
  ['brackets that nest 300 deep', () => '['.repeat(300) + ']'.repeat(300)],
  ['brackets that nest 200 deep, many times', () => `[${fill(`${'['.repeat(200) + ']'.repeat(200)},`)}1]`],
  ['braces that nest', () => `${fill('{"a":', 750_000)}1${fill('}', 150_000)}`],
  ['a long string', () => `"${fill('a')}"`],
  ['escapes', () => `"${fill('\\u0041')}"`],
  ['escaped backslashes', () => `"${fill('\\\\')}"`],
  ['escaped quotes', () => `"${fill('\\"')}"`],
  ['a string that stays open', () => `"${fill('\\"')}`],
  ['backslashes that never end', () => `"${fill('\\\\')}`],
  ['a long number', () => fill('9')],
  ['a long fraction', () => `1.${fill('9')}`],
  ['a long exponent', () => `1e${fill('9')}`],
  ['empty lists', () => `[${fill('[],')}[]]`],
  ['empty objects', () => `[${fill('{},')}{}]`],
  ['digits', () => `[${fill('1,')}1]`],
  ['keys', () => `{${lines((index) => `"k${index}":1,`)}"a":1}`],
  ['keys with escapes', () => `{${lines((index) => `"\\u006b${index}":1,`)}"a":1}`],
  ['integers as keys', () => `{${lines((index) => `"${index}":1,`)}"a":1}`],
  ['one key over and over', () => `{${fill('"a":1,')}"a":1}`],
  ['blanks', () => `[1${fill(' ')}]`],
  ['commas', () => `[${fill(',')}]`],
]

const PLACES: readonly (readonly [name: string, put: (value: string) => string])[] = [
  ['as items', (value) => `{${LIST},"items":${value}}`],
  ['in a HyperConverged', (value) => `{${LIST},"items":[{${HYPERCONVERGED},"spec":${value}}]}`],
]

export const JSON_INPUTS: ReadonlyMap<string, () => string> = new Map([
  ...VALUES.flatMap(([name, value]) =>
    PLACES.map(([place, put]) => [`JSON: ${name}, ${place}`, () => put(value())] as const),
  ),
  ['JSON: lists in lists', () => `${fill('{"apiVersion":"v1","kind":"List","items":[', 800_000)}${fill(']}', 39_000)}`],
  ['JSON: objects one after the other', () => fill('{"apiVersion":"v1","kind":"A"}\n')],
  ['JSON: items without a comma', () => `{${LIST},"items":[${fill('{}')}]}`],
  ['JSON: fields at the top', () => `{${lines((index) => `"k${index}":1,`)}${LIST}}`],
])
