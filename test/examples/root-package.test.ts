/** The repository itself is a kpt package: a render at its root passes and changes nothing that is tracked. */
import { expect, test } from 'vitest'
import { runProcess } from './run-process.ts'
import { KPT_MISSING, nameWith, pathWith, ROOT } from './tools.ts'
import { commitAll, copyTrackedFiles, diffSince, git, withFolder } from './working-copy.ts'

test.skipIf(KPT_MISSING !== undefined)(nameWith('kpt fn render at the root', KPT_MISSING), () => {
  withFolder((folder) => {
    copyTrackedFiles(ROOT, folder)
    git(folder, 'init', '--quiet')
    const commit = commitAll(folder)
    const { exitCode, stderr } = runProcess('kpt', ['fn', 'render', '--allow-exec'], {
      cwd: folder,
      env: { PATH: pathWith() },
    })
    expect(exitCode, stderr).toBe(0)
    expect(stderr).toContain('Successfully executed 4 function(s) in 4 package(s).')
    expect(stderr).toContain('golden-images: no findings; 28 DataImportCrons for amd64, arm64, s390x')
    expect(diffSince(folder, commit)).toBe('')
  })
})
