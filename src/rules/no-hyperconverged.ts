import type { PackageRule } from './rule.ts'
import { few } from './support/wording.ts'

export const noHyperConverged: PackageRule = {
  id: 'no-hyperconverged',
  severity: 'warning',
  scope: 'package',
  summary: 'The input has neither a HyperConverged nor a DataImportCron; of a folder that was named, that is an error.',
  why: 'Golden images come from the HyperConverged CR, or from DataImportCrons of your own; without either there is nothing to predict and nothing to check, and a check of a folder would pass for ever, whatever is changed.',
  remediation:
    'Put the HyperConverged CR into the package, name the folder that holds it, or do not run the function there.',
  check: ({ hyperConvergedCount, existingCrons, misspelt, reading }) => {
    // One that is misspelt is told as such.
    if (hyperConvergedCount + existingCrons.length + misspelt.length > 0) return []
    const searched = reading?.searched ?? []
    if (searched.length === 0) {
      return [{ message: `${missing('is in the input')}; add it, or look at the \`selectors\` of the pipeline` }]
    }
    const advice =
      'name the folder that holds it, or pipe what a template or a build makes into `golden-images check -`'
    return [{ severity: 'error', message: `${missing(`was found in ${few(searched)}`)}; ${advice}` }]
  },
}

function missing(where: string): string {
  return `no HyperConverged (hco.kubevirt.io/v1 or v1beta1) ${where}, nor a DataImportCron, so nothing is checked`
}
