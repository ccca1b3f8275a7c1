/** The repository itself is a kpt package: a render at its root passes and changes nothing that is tracked. */
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from './run-process.ts'
import { KPT_MISSING, nameWith, pathWith } from './tools.ts'
import { commitAll, diffSince, git, withFolder } from './working-copy.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test.skipIf(KPT_MISSING !== undefined)(nameWith('kpt fn render at the root', KPT_MISSING), () => {
  withFolder((folder) => {
    copyTrackedFiles(folder)
    git(folder, 'init', '--quiet')
    const commit = commitAll(folder)
    const { exitCode, stderr } = runProcess('kpt', ['fn', 'render', '--allow-exec'], {
      cwd: folder,
      env: { PATH: pathWith() },
    })
    expect(exitCode, stderr).toBe(0)
    expect(stderr).toContain('Successfully executed 3 function(s) in 3 package(s).')
    expect(stderr).toContain('golden-images: no findings; 22 DataImportCrons for amd64, arm64, s390x')
    expect(diffSince(folder, commit)).toBe('')
  })
})

/** What is tracked, and what is about to be; what is tracked and already deleted is left out. */
function copyTrackedFiles(folder: string): void {
  const files = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of new Set(files.filter((name) => name !== '' && existsSync(join(ROOT, name))))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(ROOT, file), join(folder, file), { force: true })
  }
}
