/** Nothing that a repository declares is started: wherever a function stands, it leaves no mark. */
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildFound } from '../../../src/cli/sources/build-found.ts'
import { findManifests } from '../../../src/cli/sources/find-manifests.ts'
import { runProcess } from '../../examples/run-process.ts'
import { orSkip } from '../../examples/tools.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { BUILDERS } from './builders.ts'

const SCRIPT = '#!/bin/sh\ncd "$(dirname "$0")" && touch mark\ncat\n'

/** A function of which nobody could say afterwards that it was not started. */
function declaration(kind: string): string {
  return `apiVersion: example.com/v1
kind: ${kind}
metadata:
  name: marker
  annotations:
    config.kubernetes.io/function: |
      exec: {path: ./mark.sh}
`
}

const HYPERCONVERGED = `apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
spec: {featureGates: {enableMultiArchBootImageImport: true}}
`

const inline = (kind: string) => `- |-\n${declaration(kind).replaceAll(/^(?=.)/gm, '  ')}`

interface Place {
  readonly name: string
  /** What the kustomization says beside its resources, and further files. */
  readonly overlay?: string
  readonly base?: string
  readonly files?: { readonly [path: string]: string }
}

const LISTS = ['generators', 'transformers', 'validators']

const PLACES: readonly Place[] = [
  ...LISTS.flatMap((list): Place[] => [
    { name: `${list}, in place`, overlay: `${list}:\n${inline('Marker')}` },
    {
      name: `${list}, in a file`,
      overlay: `${list}: [fn.yaml]\n`,
      files: { 'overlay/fn.yaml': declaration('Marker') },
    },
    {
      name: `${list}, in a folder`,
      overlay: `${list}: [fns]\n`,
      files: {
        'overlay/fns/kustomization.yaml': 'resources: [fn.yaml]\n',
        'overlay/fns/fn.yaml': declaration('Marker'),
      },
    },
    { name: `${list} of a base`, base: `${list}:\n${inline('Marker')}` },
    {
      name: `${list} of a component`,
      overlay: 'components: [../component]\n',
      files: {
        'component/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${list}: [fn.yaml]\n`,
        'component/fn.yaml': declaration('Marker'),
      },
    },
  ]),
  { name: 'a list in other letters', overlay: `Transformers:\n${inline('Marker')}` },
  { name: 'a list that is there twice over', overlay: `transformers: []\nTRANSFORMERS:\n${inline('Marker')}` },
  { name: 'a list behind an anchor', overlay: `x-list: &list\n${inline('Marker')}transformers: *list\n` },
  {
    name: 'a list in a second document',
    overlay: `---\ntransformers:\n${inline('Marker')}`,
  },
  {
    name: 'beside a transformer of kustomize',
    overlay: 'transformers: [fn.yaml]\n',
    files: {
      'overlay/fn.yaml': `${declaration('Marker')}---
apiVersion: builtin
kind: LabelTransformer
metadata: {name: labels}
labels: {site: north}
fieldSpecs: [{path: metadata/labels, create: true}]
`,
    },
  },
  { name: 'this function by the name of another', overlay: `transformers:\n${inline('GoldenImages')}` },
  {
    name: 'a transformer that claims to be of kustomize',
    overlay: `transformers:\n${inline('Marker').replace('example.com/v1', 'builtin')}`,
  },
  {
    name: 'an old plugin',
    overlay: 'generators: [fn.yaml]\n',
    files: { 'overlay/fn.yaml': 'apiVersion: someteam.example.com/v1\nkind: SedTransformer\nmetadata: {name: x}\n' },
  },
]

let folder: Folder

beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => rmSync(folder.path, { recursive: true, force: true }))

function write(at: string, { overlay = '', base = '', files = {} }: Place): void {
  folder.write(`${at}/base/kustomization.yaml`, `resources: [hco.yaml]\n${base}`)
  folder.write(`${at}/base/hco.yaml`, HYPERCONVERGED)
  folder.write(`${at}/overlay/kustomization.yaml`, `resources: [../base]\n${overlay}`)
  for (const [path, text] of Object.entries(files)) folder.write(`${at}/${path}`, text)
  for (const path of FOLDERS) {
    folder.write(`${at}/${path}/mark.sh`, SCRIPT)
    chmodSync(folder.at(`${at}/${path}/mark.sh`), 0o755)
  }
}

const FOLDERS = ['base', 'overlay', 'component', '.']

function marks(at: string): string[] {
  return FOLDERS.filter((path) => existsSync(folder.at(`${at}/${path}/mark`)))
}

describe.for(BUILDERS)('$name', ({ missing, program }) => {
  test.skipIf(missing !== undefined)('starts none', async ({ skip }) => {
    const builder = orSkip(program, skip)
    folder.write('.git/HEAD', 'ref: refs/heads/main\n')
    for (const [index, place] of PLACES.entries()) write(String(index), place)
    const found = await findManifests([folder.path])
    const { items, problems } = await buildFound(found, builder)
    expect(PLACES.filter((_, index) => marks(String(index)).length > 0)).toEqual([])
    // Each of them is built without the function, or is said not to be built.
    const unbuilt = problems.filter(({ cause }) => cause === 'kustomization-not-built')
    const built = items.filter(({ kind }) => kind === 'HyperConverged')
    expect(built.length + unbuilt.length).toBe(PLACES.length)
    expect(unbuilt.map(({ message }) => message)).toEqual([
      expect.stringContaining('holds 2 objects'),
      expect.stringContaining('kustomize says'),
      expect.stringContaining('kustomize says'),
    ])
  })
})

const newest = BUILDERS.find(({ name }) => name.includes('5.8.2'))

test.skipIf(newest?.missing !== undefined)('a build that allows functions starts it', ({ skip }) => {
  const builder = orSkip(newest?.program ?? (() => ''), skip)
  write('.', { name: '', overlay: `transformers:\n${inline('Marker')}` })
  const args = ['build', '--enable-alpha-plugins', '--enable-exec', folder.at('overlay')]
  expect(runProcess(builder, args).exitCode).toBe(0)
  expect(marks('.')).toEqual(['overlay'])
})
