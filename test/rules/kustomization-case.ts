import { Documents } from '../../src/cli/sources/kustomize/documents.ts'
import { leaveOutPlugins } from '../../src/cli/sources/kustomize/leave-out-plugins.ts'
import { loadForest } from '../../src/cli/sources/kustomize/load-forest.ts'
import { tellFaults, tellPlugin } from '../../src/cli/sources/kustomize/problems.ts'
import type { Tree } from '../../src/cli/sources/kustomize/tree.ts'
import type { BuildProblem } from '../../src/findings/build-problem.ts'

const FILE = 'kustomization.yaml'

/** What is said of a kustomization that stands alone, without a build. */
export function problemsOfKustomization(text: string): readonly BuildProblem[] {
  const tree: Tree = {
    look: (path) => (path === FILE ? { kind: 'file' } : path === '' ? { kind: 'folder' } : undefined),
    read: (paths) => new Map(paths.map((path) => [path, { ok: true, text }])),
    show: (path) => path,
  }
  const forest = loadForest(tree, [''])
  const documents = new Documents(forest, tree)
  const kustomization = forest.kustomizations.get('')
  const { leftOut } = kustomization ? leaveOutPlugins(kustomization, forest, documents) : { leftOut: [] }
  const foreign = leftOut.filter(({ plugin }) => plugin.kind === 'foreign')
  return [...tellFaults([''], forest, documents), ...foreign.map(tellPlugin)]
}
