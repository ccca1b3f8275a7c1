import type { ReadingRule } from './rule.ts'

export const functionLeftOut: ReadingRule = {
  id: 'function-left-out',
  severity: 'warning',
  scope: 'reading',
  summary: 'A kustomization starts a program that may change what is checked.',
  why: 'A check starts nothing that a repository declares: what generators, transformers and validators of others would add, change or refuse is not known.',
  remediation:
    'When it has to do with golden images, check what your own build makes: `kustomize build --enable-alpha-plugins --enable-exec overlays/prod | golden-images check -`.',
  check: ({ builds }) => builds.filter(({ cause }) => cause === 'function-left-out'),
}
