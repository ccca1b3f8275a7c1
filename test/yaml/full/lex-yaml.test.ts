import { expect, test } from 'vitest'
import { parseAnyYaml } from '../../../src/yaml/full/parse-any-yaml.ts'

test.for([
  ['between a key and a scalar below it', '- a:\n#x\n    b\n  c: d\n', [{ a: 'b', c: 'd' }]],
  ['between a key and a scalar, before the next item', '- a:\n#x\n    b\n- c\n', [{ a: 'b' }, 'c']],
  ['below a blank line', '- a:\n\n#\n    b\n  c: d\n', [{ a: 'b', c: 'd' }]],
  ['below a blank line, before the next item', 'a:\n  b:\n \n# x\n\n#y\n    c\n  d: e\n', { a: { b: 'c', d: 'e' } }],
  ['with CRLF', '- a:\r\n\r\n#x\r\n    b\r\n- c\r\n', [{ a: 'b' }, 'c']],
  ['that begins with a quote', '- a:\n#"\n    b\n- c\n', [{ a: 'b' }, 'c']],
  ['in wide characters', '- a:\n#😀é\n    b\n- "漢"\n', [{ a: 'b' }, '漢']],
  ['below the value of a flow mapping', 'a: {b: c\n#x\n}\n', { a: { b: 'c' } }],
  ['below a quoted value of a flow mapping', "a: {b: 'c'\n#\n, d: e}\n", undefined],
  [
    'in a block scalar it is none',
    '- a: |\n    #x\n    y\n#z\n- b:\n#z\n   c\n- d\n',
    [{ a: '#x\ny\n' }, { b: 'c' }, 'd'],
  ],
  [
    'in a quoted scalar it is none',
    '- a: "\n    #x\n    #\\""\n#z\n- b:\n#z\n   c\n- d\n',
    [{ a: ' #x #"' }, { b: 'c' }, 'd'],
  ],
] as const)('a comment at column 0 changes no value: %s', ([, text, expected]) => {
  const parsed = parseAnyYaml(text)
  expect(parsed.ok ? parsed.value : undefined).toEqual(expected)
})

test('a comment that nothing parts from a value is refused where it is no comment of its own', () => {
  expect(parseAnyYaml('a: {b: "c"#x\n}\n')).toMatchObject({ ok: false })
})
