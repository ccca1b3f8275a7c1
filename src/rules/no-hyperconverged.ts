import type { PackageRule } from './rule.ts'

export const noHyperConverged: PackageRule = {
  id: 'no-hyperconverged',
  severity: 'warning',
  scope: 'package',
  summary: 'The input has neither a HyperConverged nor a DataImportCron.',
  why: 'Golden images come from the HyperConverged CR, or from DataImportCrons of your own; without either there is nothing to predict and nothing to check.',
  remediation: 'Put the HyperConverged CR into the package, or do not run the function there.',
  check: ({ hyperConvergedCount, existingCrons }) =>
    hyperConvergedCount + existingCrons.length > 0
      ? []
      : [
          {
            message:
              'no HyperConverged (hco.kubevirt.io/v1 or v1beta1) is in the input, nor a DataImportCron, so nothing is checked; add it, or look at the `selectors` of the pipeline',
          },
        ],
}
