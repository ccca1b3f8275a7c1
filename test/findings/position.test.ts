import { describe, expect, test, vi } from 'vitest'
import { parsePath } from '../../src/findings/field-path.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { indexLines } from '../../src/findings/index-lines.ts'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import { locateIn } from '../../src/findings/position.ts'
import { SourceItem } from '../../src/resource-list/item.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { type Item, readResourceList } from '../../src/resource-list/read-resource-list.ts'

vi.mock(import('../../src/findings/index-lines.ts'), { spy: true })

/** What stands at the position of a path: `line:column text`. */
function look(text: string, path: string | undefined, index = 0): string {
  const manifests = readManifests(text, 'f.yaml')
  if (!manifests.ok) throw new Error(manifests.message)
  return lookInto(manifests.items[index], path)
}

function lookInto(item: Item | undefined, path: string | undefined): string {
  if (!item) throw new Error('there is no such item')
  const position = locateIn(item)(path)
  if (!position) return 'nowhere'
  const { start, end, line, column, endLine, endColumn } = position
  const found = item.source.text.split('\n')[line - 1] ?? ''
  if (line !== endLine) return `${line}:${column} … to line ${endLine}`
  expect(item.source.text.slice(start, end)).toBe(found.slice(column - 1, endColumn - 1))
  return `${line}:${column} ${found.slice(column - 1, endColumn - 1)}`
}

const HC = `apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata: {name: kubevirt-hyperconverged}
spec:
  dataImportCronTemplates:
  - metadata:
      name: a
      annotations:
        ssp.kubevirt.io/dict.architectures: "amd64, arm64"
    spec:
      schedule:
`

describe('a path', () => {
  test.for([
    ['', []],
    ['spec', ['spec']],
    ['spec.list[12].x', ['spec', 'list', 12, 'x']],
    ['metadata.annotations["a.b/c"]', ['metadata', 'annotations', 'a.b/c']],
    ['a["x\\"y"][0]', ['a', 'x"y', 0]],
    ['[0].a', [0, 'a']],
  ] as const)('%s', ([path, steps]) => {
    expect(parsePath(path)).toEqual(steps)
  })
})

describe('the position of a value', () => {
  test.for([
    [
      'spec.dataImportCronTemplates[0].metadata.annotations["ssp.kubevirt.io/dict.architectures"]',
      '9:45 "amd64, arm64"',
    ],
    ['spec.dataImportCronTemplates[0].metadata.name', '7:13 a'],
    ['metadata.name', '3:18 kubevirt-hyperconverged'],
    // A collection is shown by its key.
    ['spec.dataImportCronTemplates', '5:3 dataImportCronTemplates'],
    ['spec.dataImportCronTemplates[0]', '6:5 metadata'],
    // What is absent, by what is nearest to it.
    ['spec.dataImportCronTemplates[0].metadata.annotations["other"]', '8:7 annotations'],
    ['spec.featureGates.enableMultiArchBootImageImport', '4:1 spec'],
    ['spec.dataImportCronTemplates[0].spec.schedule', '11:7 schedule'],
    ['spec.dataImportCronTemplates[7]', '5:3 dataImportCronTemplates'],
    ['status', '1:1 apiVersion'],
    [undefined, '1:1 apiVersion'],
  ] as const)('%s', ([path, expected]) => {
    expect(look(HC, path)).toBe(expected)
  })

  test('in the second document, and with Windows line ends', () => {
    const text = `# first\nkind: A\n---\n# second\n${HC}`
    expect(look(text, 'metadata.name', 1)).toBe('7:18 kubevirt-hyperconverged')
    expect(look(text.replaceAll('\n', '\r\n'), 'metadata.name', 1)).toBe('7:18 kubevirt-hyperconverged')
  })

  test('in a List, and in JSON', () => {
    const list = 'apiVersion: v1\nkind: List\nitems:\n- kind: A\n- kind: B\n  metadata: {name: b}\n'
    expect(look(list, 'metadata.name', 1)).toBe('6:20 b')
    const json =
      '{"apiVersion": "v1", "kind": "List", "items": [\n  {"kind": "A"},\n  {"kind": "B", "metadata": {"name": "b"}}\n]}'
    expect(look(json, 'metadata.name', 1)).toBe('3:38 "b"')
  })

  test.for([
    [
      'block style',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n# above\n- kind: A\n  a: |\n    - kind: B\n- kind: B # at\n  b: "x"\n',
      '9:6 "x"',
    ],
    [
      'indented',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n  - kind: A\n  - kind: B\n    b: x\n',
      '6:8 x',
    ],
    [
      'flow style',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: [{kind: A}, {kind: B, b: x}]\n',
      '3:33 x',
    ],
    [
      'JSON',
      '{"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[{"kind":"A"},{"kind":"B","b":"x"}]}',
      '1:101 "x"',
    ],
  ] as const)('in a ResourceList: %s', ([, text, expected]) => {
    const read = readResourceList(text, () => true)
    if (!read.ok) throw new Error(read.message)
    expect(lookInto(read.list.items[1], 'b')).toBe(expected)
  })
})

describe('findings on many items of one text', () => {
  const text = Array.from({ length: 2000 }, (_, index) => `kind: A\nmetadata: {name: "${index}"}\n`).join('---\n')
  const manifests = readManifests(text, '')
  const items = manifests.ok ? manifests.items : []

  test('read each item, and the whole text, once', () => {
    vi.mocked(indexLines).mockClear()
    const reads = vi.spyOn(SourceItem.prototype, 'text', 'get')
    const findings = [0, 1, 2].flatMap(() =>
      items.map((item): Finding => ({ rule: 'r', severity: 'info', message: '', item, path: 'metadata.name' })),
    )
    const lines = locateFindings(findings).map(({ position }) => position?.line)
    expect(lines).toEqual([0, 1, 2].flatMap(() => items.map(({ index }) => 3 * index + 2)))
    expect(reads).toHaveBeenCalledTimes(items.length)
    expect(indexLines).toHaveBeenCalledTimes(1)
  })
})
