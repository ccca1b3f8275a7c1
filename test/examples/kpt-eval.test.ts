/** `kpt fn eval`: the function on a package that does not declare it, configured by words of the command line. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from './run-process.ts'
import { EXAMPLES, KPT_MISSING, nameWith, pathWith } from './tools.ts'
import { diffSince, withCopyOf } from './working-copy.ts'

const EVAL = ['fn', 'eval', '.', '--exec', 'golden-images', '--']

function evaluate(folder: string, ...args: string[]) {
  return runProcess('kpt', [...EVAL, ...args], { cwd: folder, env: { PATH: pathWith() } })
}

test.skipIf(KPT_MISSING !== undefined)(nameWith('kpt fn eval', KPT_MISSING), () => {
  withCopyOf(join(EXAMPLES, 'kpt-generate'), ({ folder, commit }) => {
    const checked = evaluate(folder, 'mode=validate', 'failOn=warning')
    expect(checked.exitCode, checked.stderr).toBe(0)
    expect(diffSince(folder, commit)).toBe('')

    const preview = evaluate(folder, 'emit.localConfig=true')
    expect(preview.exitCode, preview.stderr).toBe(0)
    expect(diffSince(folder, commit).match(/^\+ {4}config.kubernetes.io\/local-config: "true"$/gm)).toHaveLength(12)

    const mistaken = evaluate(folder, 'mood=good')
    expect(mistaken.exitCode).toBe(1)
    expect(mistaken.stderr).toContain('`data.mood`')
  })
})
