import { dirname } from 'node:path'

/**
 * What stands before the command: nothing that the repository's own configuration says goes over it. With the
 * environment below it leaves nothing that this configuration could have run: see docs/decisions/0010.
 */
export const SAFE_OPTIONS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...[
    'safe.bareRepository=explicit',
    'protocol.allow=never',
    'fetch.bundleURI=',
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.alternateRefsCommand=true',
    'core.warnAmbiguousRefs=true',
  ].flatMap((setting) => ['-c', setting]),
]

/** The user's own settings, `safe.directory` among them, come like this in containers and in CI. */
const KEPT = /^GIT_CONFIG_/

/**
 * The environment for git. Which repository, index, objects or programs count is nothing that a variable left over from
 * a hook or an alias may decide.
 */
export function safeEnvironment(environment: NodeJS.ProcessEnv, root: string): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name))
  return {
    ...Object.fromEntries(kept),
    // Its words are looked at.
    LC_ALL: 'C',
    GIT_CEILING_DIRECTORIES: dirname(root),
    GIT_NO_LAZY_FETCH: '1',
    // A git that is too old for the line above fetches, but by no protocol: a repository can't allow one again, as it
    // can over `protocol.allow`.
    GIT_ALLOW_PROTOCOL: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    // A small object can be a difference to a huge one.
    GIT_ALLOC_LIMIT: '128m',
  }
}
