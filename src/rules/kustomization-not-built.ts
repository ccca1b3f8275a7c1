import type { ReadingRule } from './rule.ts'

export const kustomizationNotBuilt: ReadingRule = {
  id: 'kustomization-not-built',
  severity: 'error',
  scope: 'reading',
  summary: 'What a kustomization makes of its files is not known.',
  why: 'Bases, patches and components are no manifests by themselves: only what kustomize builds of them reaches a cluster. Of this kustomization nothing is checked.',
  remediation:
    'Mend what kustomize says. What is fetched, rendered by Helm or made by a program of your own is not started here: build it yourself, as in `kustomize build --enable-helm overlays/prod | golden-images check -`.',
  reference: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/',
  check: ({ builds }) => builds.filter(({ cause }) => cause === 'kustomization-not-built'),
}
