import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldsOfInterest } from '../../src/cluster/kinds.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'

/** What sigs.k8s.io/yaml v1.6.0 makes of `a: WORD`; those that it can not put into JSON are left out. */
const READ: { [word: string]: unknown } = JSON.parse(readFileSync('test/fixtures/yaml/kubernetes-scalars.json', 'utf8'))
/** A tag of YAML 1.1 that is none here, and the merge key. */
const APART = ['=', '<<']

describe('a plain scalar is what Kubernetes makes of it', () => {
  const cases = Object.entries(READ).filter(([word]) => !APART.includes(word))

  test.for(cases)('%s', ([word, expected]) => {
    expect(parseYaml(`a: ${word}\n`)).toEqual({ ok: true, value: { a: expected } })
    if (!word.includes(',')) expect(parseYaml(`{a: ${word}}\n`)).toEqual({ ok: true, value: { a: expected } })
    expect(parseYaml(`- ${word}\n`)).toEqual({ ok: true, value: [expected] })
  })

  test.for(cases)('%s in quotes is a text', ([word]) => {
    expect(parseYaml(`a: "${word}"\nb: '${word}'\nc: !!str ${word}\n`)).toEqual({
      ok: true,
      value: { a: word, b: word, c: word },
    })
  })
})

const HYPERCONVERGED = `apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata: {name: kubevirt-hyperconverged}
spec:
  enableCommonBootImageImport: off
  commonBootImageNamespace: "off"
`

const OWN = `apiVersion: golden-images.dev/v1alpha1
kind: GoldenImages
spec: {rules: {name-taken: off}}
`

describe('the same value comes', () => {
  const expected = { enableCommonBootImageImport: false, commonBootImageNamespace: 'off' }

  test('of manifests, which are ours in YAML 1.2', () => {
    const read = readManifests(`${HYPERCONVERGED}---\n${OWN}`, '')
    const values = read.ok ? read.items.map((item) => item.value().spec) : []
    expect(values).toEqual([expected, { rules: { 'name-taken': 'off' } }])
  })

  test.for([
    ['cut', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n'],
    ['parsed whole', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nx: {a: [b,\n c]}\nitems:\n'],
  ] as const)('of a list that is %s, which stays as it is', ([, head]) => {
    const list = `${head}- ${HYPERCONVERGED.trimEnd().replaceAll('\n', '\n  ')}\n`
    const read = readResourceList(list, fieldsOfInterest, {})
    if (!read.ok) throw new Error(read.message)
    expect(read.list.needed.map((item) => item.value().spec)).toEqual([expected])
    const written = read.list.write({ dropped: new Set(), emitted: [], results: [] })
    expect(written).toContain('enableCommonBootImageImport: off\n')
  })
})
