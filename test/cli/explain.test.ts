import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const PROGRAM = resolve('dist/golden-images.cjs')
const FIXTURES = resolve('test/fixtures/explanation')
const MANIFEST = readFileSync(join(FIXTURES, 'heterogeneous.yaml'), 'utf8')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-images-explain-'))
  for (const cluster of ['east', 'west']) {
    mkdirSync(join(folder, 'clusters', cluster), { recursive: true })
    writeFileSync(join(folder, 'clusters', cluster, 'hco.yaml'), MANIFEST)
  }
  cpSync(join(FIXTURES, 'refused.yaml'), join(folder, 'refused.yaml'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function explain(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'explain', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

describe('golden-images explain', () => {
  test('tells each cluster of a folder, with the file and line of each step', () => {
    const { status, stdout, stderr } = explain(['clusters'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/^Cluster "clusters\/\w+"/gm)).toEqual(['Cluster "clusters/east"', 'Cluster "clusters/west"'])
    expect(stdout).toContain('(clusters/west/hco.yaml:8)')
  })

  test('tells the image of a name alone, be it of a template, a DataImportCron or a DataSource', () => {
    for (const name of ['windows-image-cron', 'windows-image-cron-amd64', 'win2k22', 'win2k22-amd64']) {
      const { status, stdout } = explain(['clusters/east', name])
      expect(status).toBe(0)
      expect(stdout.match(/^ {2}"[^"]+": /gm)).toEqual(['  "windows-image-cron": '])
      expect(stdout).toContain('Nodes: where can VMs run?')
    }
  })

  test('reads stdin, with and without a name', () => {
    expect(explain([], MANIFEST).stdout).toContain('(<stdin>:8)')
    expect(explain(['-'], MANIFEST).stdout).toContain('"fedora-image-cron": images for amd64 and arm64')
    expect(explain(['-', 'fedora'], MANIFEST).stdout).not.toContain('"legacy-image-cron"')
    expect(explain(['fedora'], MANIFEST).stdout).toContain('"fedora-image-cron": images for amd64 and arm64')
  })

  test('prints JSON for programs', () => {
    const { status, stdout } = explain(['clusters/east/hco.yaml', '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      apiVersion: 'golden-images.dev/v1alpha1',
      kind: 'Explanation',
      clusters: [
        {
          cluster: 'clusters/east',
          hyperConverged: {
            namespace: 'kubevirt-hyperconverged',
            name: 'kubevirt-hyperconverged',
            file: 'clusters/east/hco.yaml',
            line: 1,
          },
          accepted: true,
          multiArch: true,
          nodeInfo: { workloadsArchitectures: ['amd64', 'arm64'] },
          storage: { total: '85Gi', unknown: ['legacy-image-cron'] },
        },
      ],
    })
  })

  test('prints the page of a rule, which needs no input', () => {
    const { status, stdout } = explain(['HCOGoldenImageWithNoArchitectureAnnotation'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^HCOGoldenImageWithNoArchitectureAnnotation \(error by default\)\n\nWhat it finds\n/)
    expect(stdout).toContain('https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoArchitectureAnnotation')
    expect(JSON.parse(explain(['template-vanishes', '--format', 'json']).stdout)).toMatchObject({
      kind: 'Rule',
      id: 'template-vanishes',
      severity: 'error',
    })
  })

  test('a HyperConverged that would be refused is explained, too', () => {
    const { status, stdout } = explain(['refused.yaml', 'fedora'])
    expect(status).toBe(0)
    expect(stdout).toContain('(refused.yaml:52)')
  })

  test('says what it can not do', () => {
    const nothing = explain(['clusters/east', 'no-such-image'])
    expect(nothing).toMatchObject({ status: 2, stdout: '' })
    expect(nothing.stderr).toContain('nothing here has the name "no-such-image"')
    expect(explain(['clusters/nowhere'])).toMatchObject({ status: 3, stdout: '' })
    expect(explain(['nowhere.yaml'])).toMatchObject({ status: 3, stdout: '' })
    expect(explain(['-'], 'apiVersion: v1\nkind: Node\n')).toMatchObject({ status: 3, stdout: '' })
    expect(explain(['clusters', '--format', 'xml'])).toMatchObject({ status: 2, stdout: '' })
  })
})
