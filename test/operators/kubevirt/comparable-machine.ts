import type { RecordedMachine } from '../../../src/explanation/virtual-machines.ts'

/** Of a refusal its kind counts, not its words. */
export function comparableMachine(machine: RecordedMachine): object {
  const { message, vmi, ...rest } = machine
  return {
    ...rest,
    ...(message !== undefined && { message: denialKinds(message) }),
    ...(vmi && { vmi: { ...vmi, ...(vmi.message !== undefined && { message: denialKinds(vmi.message) }) } }),
  }
}

function denialKinds(message: string): string {
  return message.replaceAll(/Invalid value: .*/g, 'Invalid value')
}
