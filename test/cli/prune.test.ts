/** What was made for a HyperConverged that is gone, and how it goes. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONFIGURATION, type Folder, MANIFEST, makeFolder } from './folder.ts'

const MADE = (name: string, from: string) => `apiVersion: cdi.kubevirt.io/v1beta1
kind: DataImportCron
metadata:
  name: ${name}
  namespace: kubevirt-os-images
  annotations:
    cdi.kubevirt.io/storage.bind.immediate.requested: "true"
    golden-images.dev/generated-from: ${from}/${name}
spec:
  managedDataSource: ${name}
  schedule: "0 1 * * *"
  template:
    spec:
      source: {registry: {url: "docker://registry.example.com/${name}:latest"}}
      storage: {resources: {requests: {storage: 1Gi}}}
`
const GONE = 'kubevirt-hyperconverged/gone'
const OTHER = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other} # stays\n'

let folder: Folder

beforeEach(() => {
  folder = makeFolder()
  folder.write('.git/HEAD', '')
  folder.write('golden-images.yaml', CONFIGURATION)
  folder.write('a/hco.yaml', MANIFEST)
  folder.write('old/golden-images.generated.yaml', `${MADE('one', GONE)}---\n${MADE('two', GONE)}`)
  folder.write('mixed.yaml', `# mine\n${OTHER}---\n${MADE('three', GONE)}---\n${OTHER}`)
  folder.write(
    'list.yaml',
    `apiVersion: v1\nkind: List\nitems:\n- ${MADE('four', GONE).replaceAll('\n', '\n  ').trimEnd()}\n`,
  )
})

afterEach(() => rmSync(folder.path, { recursive: true, force: true }))

const read = (path: string) => readFileSync(folder.at(path), 'utf8')

function orphaned(args: readonly string[]): string[] {
  const { stdout } = folder.run(['check', '--format', 'json', ...args])
  const { findings }: { findings: { rule: string; message: string; position?: { file: string } }[] } =
    JSON.parse(stdout)
  return findings.filter(({ rule }) => rule === 'orphaned').map(({ position }) => position?.file ?? '')
}

test('a warning tells of it, once a file', () => {
  expect(orphaned(['.'])).toEqual(['list.yaml', 'mixed.yaml', 'old/golden-images.generated.yaml'])
  // Beside files that are named one by one there can be others.
  expect(orphaned(['a/hco.yaml', 'old/golden-images.generated.yaml'])).toEqual([])
})

test('render --prune takes it out of the files, and leaves everything else as it is', () => {
  const { status, stdout, stderr } = folder.run(['render', '--prune', '.'])
  expect(status).toBe(0)
  expect(stdout).toContain('kind: DataImportCron')
  expect(stderr).toContain('pruned: old/golden-images.generated.yaml\n')
  expect(stderr).toContain('pruned: 1 of mixed.yaml\n')
  expect(stderr).toContain('not pruned: item 0 of list.yaml\n')
  expect(existsSync(folder.at('old/golden-images.generated.yaml'))).toBe(false)
  expect(read('mixed.yaml')).toBe(`# mine\n${OTHER}---\n${OTHER}`)
  expect(read('a/hco.yaml')).toBe(MANIFEST)
  expect(orphaned(['.'])).toEqual(['list.yaml'])
})

test('render --prune --resource-list leaves it out of the list, and the files alone', () => {
  const mixed = read('mixed.yaml')
  const { stdout } = folder.run(['render', '--prune', '--resource-list', '.'])
  expect(stdout).toContain('win2k22')
  expect(stdout).not.toContain(GONE)
  expect(read('mixed.yaml')).toBe(mixed)
  expect(existsSync(folder.at('old/golden-images.generated.yaml'))).toBe(true)
})
