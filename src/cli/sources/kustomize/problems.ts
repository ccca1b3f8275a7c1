import type { BuildProblem } from '../../../findings/build-problem.ts'
import { indexLines, positionOf } from '../../../findings/index-lines.ts'
import { type FilePosition, locateIn } from '../../../findings/position.ts'
import type { Passage } from '../../../resource-list/origin.ts'
import type { Documents } from './documents.ts'
import { type Forest, foldersOf } from './forest.ts'
import type { LeftOutPlugin } from './leave-out-plugins.ts'
import { namePlugin } from './plugin.ts'

/** Why these roots are not built: each fault once, however many of them it stops. */
export function tellFaults(roots: readonly string[], forest: Forest, documents: Documents): BuildProblem[] {
  const folders = new Set(roots.flatMap((root) => foldersOf(root, forest)))
  return [...folders].flatMap((folder) =>
    (forest.faults.get(folder) ?? []).map(({ field, reason }) =>
      notBuilt(`this kustomization is not built: it ${reason}`, positionIn(folder, field, forest, documents)),
    ),
  )
}

/** In the words of a failing build. */
export function tellFailure(root: string, words: string, forest: Forest, documents: Documents): BuildProblem {
  return notBuilt(`this kustomization is not built: ${words}`, positionIn(root, '', forest, documents))
}

export const NO_BUILDER =
  'neither kustomize nor kubectl is on the PATH; install one of them, or name it with `--kustomize`'

/** Of a kustomization that is nobody's concern, as far as is known. */
export function leaveOut(root: string, words: string, forest: Forest, documents: Documents) {
  const file = forest.kustomizations.get(root)?.file ?? forest.unread.get(root) ?? root
  return { path: documents.whole(file).source.file, reason: `is not built: ${words}` }
}

export function leaveOutFaulty(root: string, forest: Forest, documents: Documents) {
  const [folder = root] = foldersOf(root, forest).filter((one) => forest.faults.has(one))
  return leaveOut(folder, `it ${forest.faults.get(folder)?.[0]?.reason}`, forest, documents)
}

export function tellPlugin({ plugin, kustomization, field, written }: LeftOutPlugin): BuildProblem {
  const position = written ? locate(written, '') : locate(kustomization.item, field)
  return {
    cause: 'function-left-out',
    message: `${namePlugin(plugin)} is another program, and is not started: what it would change is not known; to have it checked, give the output of your own \`kustomize build\` on stdin`,
    ...(position && { position }),
  }
}

function notBuilt(message: string, position: FilePosition | undefined): BuildProblem {
  return { cause: 'kustomization-not-built', message, ...(position && { position }) }
}

function positionIn(folder: string, field: string, forest: Forest, documents: Documents): FilePosition | undefined {
  const kustomization = forest.kustomizations.get(folder)
  if (kustomization) return locate(kustomization.item, field)
  const file = forest.unread.get(folder)
  return file === undefined ? undefined : locate(documents.whole(file), '')
}

function locate(passage: Passage, field: string): FilePosition {
  const { file, text } = passage.source
  return locateIn(passage)(field) ?? positionOf(file, 0, 0, indexLines(text))
}
