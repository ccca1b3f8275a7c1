import { isKnownArchitecture } from '../operators/ssp/architectures.ts'
import type { MachinePrediction } from '../prediction/machines/machine-prediction.ts'
import type { ClusterRule } from './rule.ts'
import { type ContradictedImage, contradictedImage } from './support/contradicted-image.ts'
import {
  architectureSource,
  type MachineFault,
  type MutatedOutcome,
  reportMachines,
  whoDecided,
} from './support/machines.ts'
import { preferenceFor } from './support/preference-for.ts'
import { quote } from './support/wording.ts'

/** KubeVirt pkg/instancetype/webhooks/vm/mutator.go (mutateArch), pkg/defaults/defaults.go (setDefaultArchitectureFromDataSource). */
export const vmArchitectureContradictsImage: ClusterRule = {
  id: 'vm-architecture-contradicts-image',
  severity: 'error',
  scope: 'made',
  summary: 'A virtual machine gets another architecture than the image on its boot disk.',
  why: "KubeVirt admits it without a word: a preference's architecture comes before the label of the DataSource, and the field before both. The virtual machine starts on a node of its architecture, and its firmware finds nothing there that it can boot.",
  remediation:
    'Name a preference and a DataSource of one architecture; where nothing else says one, set `spec.template.spec.architecture`.',
  check: ({ machines }) => reportMachines(machines, faultOf),
}

function faultOf(prediction: MachinePrediction): MachineFault | undefined {
  const { outcome } = prediction
  // Without a disk nothing boots, and that is told by itself.
  if (outcome.kind !== 'admitted' || outcome.start?.kind === 'failure') return undefined
  const image = contradictedImage(outcome)
  if (!image || !isKnownArchitecture(outcome.defaults.architecture.architecture)) return undefined
  const { architecture } = outcome.defaults.architecture
  const { path, currentValue } = architectureSource(outcome)
  const { advice, proposedValue } = adviseOn(outcome, image, prediction)
  return {
    key: [architecture, image.variant, image.name, path, currentValue].join('\n'),
    path,
    ...(currentValue !== undefined && { currentValue }),
    ...(proposedValue !== undefined && { proposedValue }),
    message: `this virtual machine is for ${quote(architecture)}, ${whoDecided(outcome)}, but it boots from ${image.name}, an image for ${quote(image.variant)}; ${advice}`,
  }
}

function adviseOn(
  outcome: MutatedOutcome,
  { variant }: ContradictedImage,
  { surroundings }: MachinePrediction,
): { advice: string; proposedValue?: string } {
  const { architecture, preference } = outcome.defaults
  const setField = `set \`architecture: ${variant}\` beside its domain`
  switch (architecture.from) {
    case 'spec':
      return {
        advice: `write ${quote(variant)}, or name an image for ${quote(architecture.architecture)}`,
        proposedValue: variant,
      }
    case 'preference': {
      const other = preference && preferenceFor(variant, preference, surroundings)
      const image = `name an image for ${quote(architecture.architecture)}`
      if (other === undefined) return { advice: `name a preference for ${quote(variant)}, or ${image}` }
      const isNamed = outcome.machine.preference?.inferFromVolume === ''
      return { advice: `name the preference ${quote(other)}, or ${image}`, ...(isNamed && { proposedValue: other }) }
    }
    case 'dataSource':
      return { advice: `${setField}, or put the disk that it boots from first among its data volume templates` }
    case 'default':
      return { advice: setField }
  }
}
