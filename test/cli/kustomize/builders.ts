/** The programs that build kustomizations, of those that are here. */
import { resolve } from 'node:path'
import { KUBECTL_MISSING, KUSTOMIZES, nameWith } from '../../examples/tools.ts'

export interface BuilderHere {
  /** With the reason why it is skipped. */
  readonly name: string
  readonly missing: string | undefined
  /** What `--kustomize` takes. Throws when it can't be had after all. */
  readonly program: () => string
}

export const BUILDERS: readonly BuilderHere[] = [
  ...KUSTOMIZES.map(({ name, missing, folder }) => ({
    name: nameWith(name, missing),
    missing,
    program: () => resolve(folder(), 'kustomize'),
  })),
  { name: nameWith('kubectl', KUBECTL_MISSING), missing: KUBECTL_MISSING, program: () => 'kubectl' },
]
