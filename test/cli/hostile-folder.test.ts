import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONFIGURATION, type Folder, MANIFEST, makeFolder, type RunResult, SECRET } from './folder.ts'

const COMMANDS = [['check'], ['render'], ['render', '--resource-list'], ['explain']] as const
const STACK = /^\s+at .*[(:]|Error:|failure of golden-images/m

let folder: Folder

beforeAll(() => {
  folder = makeFolder()
  folder.write('outside/secret.yaml', SECRET)
  folder.write('repository/.git/config', '')
  folder.write('repository/golden-images.yaml', CONFIGURATION)
})

afterAll(() => rmSync(folder.path, { recursive: true, force: true }))

/** What a reader of all that was printed sees. */
function all({ stdout, stderr }: RunResult): string {
  return stdout + stderr
}

describe.for(COMMANDS)('%s', (command) => {
  test('leaves out what leads out of the repository, and says so', () => {
    folder.write('repository/out/hco.yaml', MANIFEST)
    for (const [name, target] of [
      ['file', '../../outside/secret.yaml'],
      ['absolute', folder.at('outside/secret.yaml')],
      ['folder', '../../outside'],
      ['device', '/dev/zero'],
      ['proc', '/proc/self/environ'],
      ['twice', 'file.yaml'],
      ['git', '../.git/config'],
    ] as const) {
      const path = `repository/out/${name}${name === 'folder' ? '' : '.yaml'}`
      rmSync(folder.at(path), { force: true })
      folder.link(path, target)
    }
    const outcome = folder.run([...command, 'out'], { cwd: 'repository' })
    expect(outcome.status).toBe(0)
    expect(all(outcome)).not.toContain('hunter2')
    expect(all(outcome)).toContain('left out: ')
    expect(all(outcome)).toContain('out/absolute.yaml leads out of the repository')
    expect(all(outcome)).toContain('out/git.yaml leads into `.git`')
    expect(all(outcome)).toContain('and 2 more')
  })

  test('opens no FIFO and no socket', async () => {
    folder.write('repository/kinds/hco.yaml', MANIFEST)
    for (const name of ['pipe', 'agent']) rmSync(folder.at(`repository/kinds/${name}.yaml`), { force: true })
    folder.fifo('repository/kinds/pipe.yaml')
    const cwd = process.cwd()
    const server = createServer()
    try {
      process.chdir(folder.at('repository/kinds'))
      await new Promise<void>((listening) => server.listen('agent.yaml', () => listening()))
    } finally {
      process.chdir(cwd)
    }
    const outcome = folder.run([...command, 'kinds'], { cwd: 'repository' })
    const named = ['kinds/pipe.yaml', 'kinds/agent.yaml', '/dev/zero'].map((path) =>
      folder.run([...command, path], { cwd: 'repository' }),
    )
    server.close()
    expect(outcome.status).toBe(0)
    expect(all(outcome)).toContain('left out: kinds/agent.yaml is a socket; kinds/pipe.yaml is a FIFO')
    expect(named.map(({ status, stdout }) => ({ status, stdout }))).toEqual(Array(3).fill({ status: 3, stdout: '' }))
    expect(named.map(({ stderr }) => /and is (a \w+)\n$/.exec(stderr)?.[1])).toEqual(['a FIFO', 'a socket', 'a device'])
  })

  test('ends on names that are too long, and on links in circles', () => {
    folder.write('repository/circle/hco.yaml', MANIFEST)
    for (const [path, target] of [
      ['a.yaml', 'b.yaml'],
      ['b.yaml', 'a.yaml'],
      ['up', '..'],
      ['self', '.'],
      ['to/other', '../of'],
      ['of/other', '../to'],
      ['nothing.yaml', 'nowhere'],
    ] as const) {
      rmSync(folder.at(`repository/circle/${path}`), { force: true })
      folder.link(`repository/circle/${path}`, target)
    }
    const run = (...paths: string[]) => folder.run([...command, ...paths], { cwd: 'repository' })
    const outcome = run('circle')
    expect(outcome.status).toBe(0)
    const files = outcome.stdout.match(/circle\/(?!(a|b)\.yaml)\S*hco\.yaml:12/g) ?? []
    expect(new Set(files).size).toBe(command[0] === 'check' ? 1 : files.length && 1)
    expect(all(outcome)).toContain('circle/a.yaml is a link that leads in a circle')
    expect(all(outcome)).toContain('circle/self leads to a folder that it is in')
    for (const path of [
      'circle/a.yaml',
      'n'.repeat(300),
      `${'n'.repeat(300)}.yaml`,
      'n/'.repeat(50_000),
      'n'.repeat(100_000),
    ]) {
      const { status, stdout, stderr } = run(path, path)
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
      expect(stderr).toMatch(/^golden-images: .{1,700}\n$/)
      expect(stderr).not.toMatch(STACK)
    }
    for (const path of ['circle/a.yaml', 'n'.repeat(300)]) {
      const configured = run('--config', path, 'circle/hco.yaml')
      expect(configured).toMatchObject({ status: 3, stdout: '' })
      expect(configured.stderr).not.toMatch(STACK)
    }
  })
})

test('explain takes a name that is too long for a file for what it is', () => {
  const name = 'n'.repeat(5000)
  const { status, stderr } = folder.run(['explain', 'circle', name], { cwd: 'repository' })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^golden-images: nothing here has the name "n{200}…": it must be .*\n$/)
})

describe('links', () => {
  test('that stay within the repository are followed, to files and to folders', () => {
    folder.write('repository/shared/nodes/hco.yaml', MANIFEST)
    for (const cluster of ['east', 'west']) folder.link(`repository/linked/${cluster}/base`, '../../shared/nodes')
    folder.link('repository/linked/north/hco.yaml', folder.at('repository/shared/nodes/hco.yaml'))
    const { status, stdout } = folder.run(['check', '--format', 'json', 'linked'], { cwd: 'repository' })
    expect(status).toBe(0)
    const report: { findings: { position?: { file: string } }[]; leftOut?: object } = JSON.parse(stdout)
    const files = report.findings.flatMap(({ position }) => position?.file ?? [])
    expect([...new Set(files)].sort()).toEqual([
      'linked/east/base/hco.yaml',
      'linked/north/hco.yaml',
      'linked/west/base/hco.yaml',
    ])
    expect(report.leftOut).toBeUndefined()
  })

  test.for([
    ['a file', 'link.yaml', '../outside/secret.yaml'],
    ['a folder', 'link', '../outside'],
  ])('that lead out are refused when they are named, too, as a shell does: %s', ([, name = '', target = '']) => {
    folder.link(`repository/${name}`, target)
    const outcome = folder.run(['render', '--resource-list', name], { cwd: 'repository' })
    rmSync(folder.at(`repository/${name}`))
    expect(outcome).toEqual({
      status: 3,
      stdout: '',
      stderr: `golden-images: "${name}" must be a file or a folder to read, and leads out of the repository; if that is meant, name what it leads to\n`,
    })
  })

  test('on the way to a file that is named, or found by a pattern, count as well', () => {
    folder.link('repository/way/out', '../../outside')
    const run = (path: string) => folder.run(['render', '--resource-list', path], { cwd: 'repository' })
    const outcomes = ['way/out/secret.yaml', 'way/*/*.yaml', 'way/out/*.yaml', 'way/out/../outside/secret.yaml'].map(
      run,
    )
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 3, stdout: '' })
      expect(outcome.stderr).toContain('leads out of the repository')
    }
  })

  test('outside of a repository do not leave the folder that is named', () => {
    folder.write('plain/golden-images.yaml', CONFIGURATION)
    folder.write('plain/tree/hco.yaml', MANIFEST)
    folder.write('plain/secret.yaml', SECRET)
    folder.link('plain/tree/file.yaml', '../secret.yaml')
    const found = folder.run(['render', '--resource-list', 'tree'], { cwd: 'plain' })
    expect(all(found)).not.toContain('hunter2')
    expect(found.stderr).toContain('left out: tree/file.yaml leads out of the folder "tree"')
    folder.link('plain/out.yaml', '../outside/secret.yaml')
    const named = folder.run(['render', '--resource-list', 'out.yaml'], { cwd: 'plain' })
    expect(named).toMatchObject({ status: 3, stdout: '' })
    expect(named.stderr).toContain('leads out of the working folder')
  })

  test('as Kubernetes mounts a ConfigMap by them are followed', () => {
    folder.write('mounted/golden-images.yaml', CONFIGURATION)
    folder.write('mounted/..2026/hco.yaml', MANIFEST)
    folder.link('mounted/..data', '..2026')
    folder.link('mounted/hco.yaml', '..data/hco.yaml')
    const { stdout } = folder.run(['check', folder.at('mounted')])
    expect(stdout).toContain('mounted/hco.yaml:12:45 warning')
  })

  test('that multiply without a circle come to an end', () => {
    for (let depth = 0; depth < 30; depth += 1) {
      for (const name of ['a', 'b']) folder.link(`repository/deep/${depth}/${name}`, `../${depth + 1}`)
    }
    folder.write('repository/deep/30/hco.yaml', MANIFEST)
    const { status, stderr } = folder.run(['check', 'deep/0'], { cwd: 'repository' })
    expect(status).toBe(3)
    expect(stderr).toContain('links to folders must not lead to more than 20000 files, as in "deep/0"')
  })

  test('that make much of a large file come to an end', () => {
    folder.write('repository/much/large.yaml', `${MANIFEST}# ${'x'.repeat(500_000)}\n`)
    for (let index = 0; index < 200; index += 1) folder.link(`repository/much/${index}.yaml`, 'large.yaml')
    const { status, stderr } = folder.run(['check', 'much'], { cwd: 'repository' })
    expect(status).toBe(3)
    expect(stderr).toContain('links must not repeat more than 8 MiB')
  })

  test('may be many', () => {
    mkdirSync(folder.at('repository/many'))
    for (let index = 0; index < 50_000; index += 1) {
      symlinkSync('../../outside/secret.yaml', folder.at(`repository/many/${index}.yaml`))
    }
    folder.write('repository/many/hco.yaml', MANIFEST)
    const text = folder.run(['check', 'many'], { cwd: 'repository' })
    expect(text.status).toBe(0)
    expect(text.stdout.length).toBeLessThan(2000)
    expect(text.stdout).toContain('and 49995 more')
    const json = folder.run(['check', 'many', '--format', 'json'], { cwd: 'repository' })
    expect(JSON.parse(json.stdout).leftOut).toHaveLength(50_000)
    rmSync(folder.at('repository/many'), { recursive: true })
  })
})

describe('names and files', () => {
  test('of any bytes', () => {
    const names = [
      `${'n'.repeat(250)}.yaml`,
      'line\nbreak.yaml',
      '\u001b[2Jclear.yaml',
      '*.yaml',
      '{1..999999999}.yaml',
      '::error::x.yaml',
      '-x.yaml',
    ]
    for (const [index, name] of names.entries()) folder.write(`repository/names/${index}/${name}`, MANIFEST)
    const { status, stdout } = folder.run(['check', 'names'], { cwd: 'repository' })
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    expect(stdout).toContain('line\\nbreak.yaml:12:45')
    const [first = ''] = names
    expect(folder.run(['check', `names/0/${first}`], { cwd: 'repository' }).stdout).toContain(`${first}:12:45`)
  })

  test('that are too large are left out, or refused when they are named', () => {
    folder.write('repository/large/hco.yaml', MANIFEST)
    folder.write('repository/large/sparse.yaml', '')
    truncateSync(folder.at('repository/large/sparse.yaml'), 10 * 2 ** 30)
    const outcome = folder.run(['check', 'large'], { cwd: 'repository' })
    expect(outcome.status).toBe(0)
    expect(outcome.stdout).toContain('left out: large/sparse.yaml is larger than 64 MiB')
    expect(folder.run(['check', 'large/sparse.yaml'], { cwd: 'repository' })).toEqual({
      status: 3,
      stdout: '',
      stderr: 'golden-images: "large/sparse.yaml" must be a file to read, and is larger than 512 MiB\n',
    })
    expect(folder.run(['check', '--config', 'large/sparse.yaml', 'large'], { cwd: 'repository' }).status).toBe(3)
  })

  test.skipIf(process.getuid?.() === 0)('that can not be read are said', () => {
    folder.write('repository/closed/hco.yaml', MANIFEST)
    folder.write('repository/closed/no.yaml', MANIFEST)
    folder.write('repository/closed/folder/hco.yaml', MANIFEST)
    chmodSync(folder.at('repository/closed/no.yaml'), 0)
    chmodSync(folder.at('repository/closed/folder'), 0)
    const outcome = folder.run(['check', 'closed'], { cwd: 'repository' })
    chmodSync(folder.at('repository/closed/folder'), 0o755)
    expect(outcome.status).toBe(0)
    expect(outcome.stdout).toContain('closed/no.yaml can not be read (permission denied)')
    expect(outcome.stdout).toContain('closed/folder can not be read (permission denied)')
  })

  test('at a path that is too long are said', () => {
    const deep = 'd'.repeat(200)
    const cwd = process.cwd()
    folder.write('repository/long/hco.yaml', MANIFEST)
    try {
      process.chdir(folder.at('repository/long'))
      for (let depth = 0; depth < 25; depth += 1) {
        mkdirSync(deep)
        process.chdir(deep)
      }
    } finally {
      process.chdir(cwd)
    }
    const outcome = folder.run(['check', 'long'], { cwd: 'repository' })
    // Node's own removal can't take so long a path.
    spawnSync('rm', ['-rf', folder.at('repository/long')])
    expect(outcome.status).toBe(0)
    expect(outcome.stdout).toMatch(/left out: long\/[d/]+ has a name or a path that is too long\n/)
  })
})

describe('what a shell has opened for the program is read', () => {
  test('as /dev/stdin', () => {
    expect(folder.run(['check', '/dev/stdin'], { input: MANIFEST }).stdout).toContain(':12:45 warning')
  })

  test.skipIf(spawnSync('bash', ['-c', ':']).status !== 0)('as a process substitution', () => {
    folder.write('repository/substituted.yaml', MANIFEST)
    const program = relative(folder.at('repository'), join(process.cwd(), 'dist/golden-images.cjs'))
    const script = `"${process.execPath}" "${program}" check <(cat substituted.yaml) --config <(echo '{apiVersion: golden-images.dev/v1alpha1, kind: GoldenImages, spec: {rules: {duplicate-architecture: error}}}')`
    const { stdout } = spawnSync('bash', ['-c', script], { cwd: folder.at('repository'), encoding: 'utf8' })
    expect(stdout).toContain(':12:45 error duplicate-architecture')
    expect(stdout).toMatch(/\nconfiguration: \/dev\/fd\/\d+\n/)
  })
})
