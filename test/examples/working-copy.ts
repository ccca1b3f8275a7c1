import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { runProcess } from './run-process.ts'

// Whoever runs the tests may sign commits, ignore files or write other line ends.
const HERMETIC = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const IDENTITY = ['-c', 'user.name=none', '-c', 'user.email=none']

/** A package in a folder of its own, committed to git, so that a diff shows what a run changes. */
export interface WorkingCopy {
  readonly folder: string
  /** Beside the package, for kpt's `--results-dir`. */
  readonly resultsFolder: string
  readonly commit: string
}

/** Hands a committed copy to the act and removes it afterwards. */
export function withCopyOf<T>(source: string, act: (copy: WorkingCopy) => T): T {
  return withFolder((parent) => {
    const folder = join(parent, basename(source))
    cpSync(source, folder, { recursive: true })
    git(folder, 'init', '--quiet')
    return act({ folder, resultsFolder: join(parent, 'results'), commit: commitAll(folder) })
  })
}

/** Hands an empty folder to the act and removes it afterwards. */
export function withFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'golden-images-e2e-'))
  try {
    return act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is tracked in the repository, and what is about to be; what is tracked and already deleted is left out. */
export function copyTrackedFiles(repository: string, folder: string): void {
  const files = git(repository, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of new Set(files.filter((name) => name !== '' && existsSync(join(repository, name))))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(repository, file), join(folder, file), { force: true })
  }
}

/** Commits whatever is in the folder and gives the commit's name. */
export function commitAll(folder: string): string {
  git(folder, 'add', '--all')
  git(folder, ...IDENTITY, 'commit', '--quiet', '--allow-empty', '--message', 'state')
  return git(folder, 'rev-parse', 'HEAD').trim()
}

/**
 * What differs between the commit and the folder's present state, but for Kptfiles: newer releases of kpt write down
 * there what they did, and older ones can not read that, so that no one state fits all.
 */
export function diffSince(folder: string, commit: string): string {
  return git(folder, 'diff', commit, commitAll(folder))
    .split(/^(?=diff --git )/m)
    .filter((part) => !/^diff --git a\/(.*\/)?Kptfile /.test(part))
    .join('')
    .trim()
}

export function git(folder: string, ...args: string[]): string {
  const { exitCode, stdout, stderr } = runProcess('git', args, { cwd: folder, env: HERMETIC })
  if (exitCode !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`)
  return stdout
}
