import { dirname } from 'node:path'
import type { FoundFile } from './found-file.ts'
import { isKustomizationName } from './kustomize/kustomization.ts'

/** The folders of kustomizations among what is found, without links. */
export class KustomizedFolders {
  readonly #found = new Set<string>()
  readonly #named = new Set<string>()

  find(files: readonly FoundFile[]): void {
    for (const { path, real } of files) if (isKustomizationName(path)) this.#found.add(dirname(real))
  }

  /** A folder of the command line. */
  name(folder: string): void {
    this.#named.add(folder)
  }

  list() {
    return { found: [...this.#found], named: [...this.#named].filter((folder) => this.#found.has(folder)) }
  }
}
