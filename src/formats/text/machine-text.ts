import type { MachineState } from '../../explanation/machine-state.ts'
import { quote } from '../../rules/support/wording.ts'

/** What becomes of a virtual machine, as a part of a sentence; one that ends in a comma goes on. */
export function tellState({ fate, architecture = '', image, variant, message = '' }: MachineState): string {
  const from = image === undefined ? '' : ` from ${quote(image)}`
  switch (fate) {
    case 'refused':
      return `refused (${quote(message)})`
    case 'without-image':
      return `without a disk: there is no image in ${quote(image ?? '')}`
    case 'without-instancetype':
      return 'without the preference or instance type that it names'
    case 'does-not-boot':
      return `for ${architecture}${from}, an image for ${variant}, which does not boot,`
    case 'without-node':
      return `for ${architecture}${from}, without a node that can run it,`
    case 'runs':
      return variant === undefined && image !== undefined
        ? `for ${architecture}${from}, whose architecture nothing says,`
        : `for ${architecture}${from}`
  }
}
