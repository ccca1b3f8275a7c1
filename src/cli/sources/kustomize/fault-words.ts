import type { Reference } from './references.ts'
import type { Resolved } from './tree.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\/|^git@|^git::|^gh:|^file:/i
/** How kustomize knows a repository that has no scheme. */
const REPOSITORY =
  /^(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.\w+[/:]|[?&]ref=|\.git(?:\/|$)|^[\w.-]+@[\w.-]+:|\/\//

export const HELM =
  'has Helm charts, which only `--enable-helm` renders and nothing starts here: give the output of `kustomize build --enable-helm` on stdin'

/** Why a reference can't be followed to what stands there; undefined when it can. */
export function whyNot({ target, role }: Reference, entry: Resolved['entry']): string | undefined {
  if (SCHEME.test(target)) return remote(target)
  if (target.startsWith('/')) return unfit(target, 'must be named from its folder')
  if (entry === undefined) {
    return role !== 'input' && REPOSITORY.test(target) ? remote(target) : unfit(target, 'is not there')
  }
  return entry.kind === 'unfit' ? unfit(target, entry.reason) : undefined
}

export function unfit(target: string, reason: string): string {
  return `names ${JSON.stringify(target)}, which ${reason}`
}

function remote(target: string): string {
  return `names ${JSON.stringify(target)}, which is elsewhere, and nothing is fetched: keep a copy in the repository, or give the output of \`kustomize build\` on stdin`
}
