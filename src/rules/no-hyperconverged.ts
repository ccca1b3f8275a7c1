import type { PackageRule } from './rule.ts'

export const noHyperConverged: PackageRule = {
  id: 'no-hyperconverged',
  severity: 'warning',
  scope: 'package',
  summary: 'The input has no HyperConverged.',
  why: 'Golden images come from the HyperConverged CR; without one there is nothing to predict and nothing to check.',
  remediation: 'Put the HyperConverged CR into the package, or do not run the function there.',
  check: ({ hyperConvergedCount }) =>
    hyperConvergedCount > 0
      ? []
      : [
          {
            message:
              'no HyperConverged (hco.kubevirt.io/v1 or v1beta1) is in the input, so nothing is checked; add it, or look at the `selectors` of the pipeline',
          },
        ],
}
