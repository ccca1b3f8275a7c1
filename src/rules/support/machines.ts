import type { Problem } from '../../findings/finding.ts'
import { groupBy } from '../../json/group-by.ts'
import type { DataVolume } from '../../operators/kubevirt/data-volumes.ts'
import type { DenialCause } from '../../operators/kubevirt/denial.ts'
import type { MachineOutcome } from '../../operators/kubevirt/virtual-machine.ts'
import type { MachinePrediction } from '../../prediction/machines/machine-prediction.ts'
import { list, quote } from './wording.ts'

/** What is wrong with a virtual machine. Those of one key have one cause, and are told as one. */
export interface MachineFault extends Pick<Problem, 'currentValue' | 'proposedValue' | 'severity' | 'message'> {
  readonly key: string
  /** In the virtual machine. */
  readonly path: string
}

/** Its webhooks have filled in what was left out. */
export type MutatedOutcome = Exclude<MachineOutcome, { kind: 'not-mutated' }>
export type AdmittedOutcome = Extract<MachineOutcome, { kind: 'admitted' }>

/** One finding a cause, at the first virtual machine that has it; the others are counted. */
export function reportMachines(
  machines: readonly MachinePrediction[],
  find: (prediction: MachinePrediction) => MachineFault | undefined,
): Problem[] {
  const faults = machines.flatMap((prediction) => {
    const fault = find(prediction)
    return fault ? [{ prediction, fault }] : []
  })
  return [...groupBy(faults, ({ fault }) => fault.key).values()].map(([first, ...others]) => {
    const { key: _, path, message, ...fault } = first.fault
    return {
      ...fault,
      item: first.prediction.item,
      path: `${first.prediction.path}${path}`,
      message: `${message}${countOthers(others.map(({ prediction }) => prediction))}`,
    }
  })
}

function countOthers(others: readonly MachinePrediction[]): string {
  if (others.length === 0) return ''
  const names = list(
    others.map(({ outcome }) => quote(`${outcome.machine.namespace}/${outcome.machine.name}`)),
    3,
  )
  const number = others.reduce((sum, { replicas }) => sum + replicas, 0)
  return `; ${number === 1 ? 'another virtual machine has' : `${number} more virtual machines have`} it, too: ${names}`
}

/** The denials of a cause, wherever KubeVirt says them. */
export function denialOf({ outcome }: MachinePrediction, causes: readonly DenialCause[]) {
  const denials = outcome.kind === 'admitted' ? outcome.instanceDenials : outcome.denials
  return denials.find(({ cause }) => causes.includes(cause))
}

/** A path of the instance's spec, which a VirtualMachine has in a template. */
export function instancePath({ machine }: MachineOutcome, path: string): string {
  return `${machine.kind === 'VirtualMachine' ? 'spec.template.spec' : 'spec'}${path === '' ? '' : `.${path}`}`
}

/** The data volume that it boots from, when that is made of one of its templates. */
export function bootDataVolume({
  machine,
  defaults,
}: MutatedOutcome): { index: number; dataVolume: DataVolume } | undefined {
  const { volumes, bootVolume } = machine.instance
  const volume = volumes.find(({ name }) => name === bootVolume)
  const index = defaults.dataVolumes.findIndex(({ name }) => name === volume?.dataVolume)
  const dataVolume = defaults.dataVolumes[index]
  return dataVolume && { index, dataVolume }
}

/** Where its architecture was decided, and the value there. */
export function architectureSource(outcome: MutatedOutcome): { path: string; currentValue?: string } {
  const { machine, defaults } = outcome
  const { architecture, preference } = defaults
  switch (architecture.from) {
    case 'spec':
      return { path: instancePath(outcome, 'architecture'), currentValue: architecture.architecture }
    case 'preference':
      return machine.preference?.inferFromVolume
        ? { path: 'spec.preference.inferFromVolume', currentValue: machine.preference.inferFromVolume }
        : { path: 'spec.preference.name', currentValue: preference?.name ?? '' }
    case 'dataSource': {
      const { name, namespace } = architecture.dataSource
      const index = defaults.dataVolumes.findIndex(({ chain }) =>
        chain.some((one) => one.name === name && one.namespace === namespace),
      )
      const currentValue = machine.dataVolumeTemplates[index]?.sourceRef?.name ?? ''
      return { path: `spec.dataVolumeTemplates[${index}].spec.sourceRef.name`, currentValue }
    }
    case 'default':
      return { path: instancePath(outcome, '') }
  }
}

/** The end of `it is for amd64 `: who decided that. */
export function whoDecided({ defaults }: MutatedOutcome): string {
  const { architecture, preference } = defaults
  switch (architecture.from) {
    case 'spec':
      return 'as its own field says'
    case 'preference':
      return `because of its preference ${quote(preference?.name ?? '')}`
    case 'dataSource':
      return `because of the label of the DataSource ${nameOf(architecture.dataSource)}`
    case 'default':
      return "because that is KubeVirt's default architecture and nothing else says one"
  }
}

export function nameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return quote(`${namespace}/${name}`)
}
