import { isatty } from 'node:tty'
import type { Command } from 'commander'
import { STDIN } from '../standard-streams.ts'
import { UsageError } from '../usage-error.ts'

export const PATHS = '[path...]'
export const PATHS_HELP = 'files, folders, globs, or - for stdin'
const CONFIG = '-c, --config <file>'
const CONFIG_HELP =
  'the configuration of all clusters (default: for each the nearest golden-images.yaml above its HyperConverged, within the repository; outside of any, within the working folder, or the folder that is named)'
const KUSTOMIZE_HELP =
  'what builds the kustomizations among the input, or `off` to read files as they are (default: kustomize, else kubectl)'

/** The options that say which files are read, and how. */
export function withFileOptions(command: Command): Command {
  const collect = (pattern: string, patterns: readonly string[] = []) => [...patterns, pattern]
  return command
    .option(CONFIG, CONFIG_HELP)
    .option('--kustomize <program>', KUSTOMIZE_HELP)
    .option('--exclude <pattern>', 'leave out what it matches, as a line of .gitignore would (repeatable)', collect)
    .option('--no-ignore', 'read what git ignores as well')
}

/** The paths of a command line; stdin when there are none and it is no terminal. */
export function inputPaths(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths
  if (isatty(STDIN)) throw new UsageError('name files or folders, or give manifests on stdin')
  return ['-']
}
