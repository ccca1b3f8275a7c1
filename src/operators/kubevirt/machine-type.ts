/** Machine types by architecture. Source: KubeVirt pkg/virt-config/virt-config.go (GetMachineType, GetEmulatedMachines). */
import type { KubeVirtRelease } from '../../cluster/kubevirt-release.ts'

interface MachineTypes {
  readonly default: string
  /** The beginnings of the types that are allowed. */
  readonly allowed: readonly string[]
}

const AMD64: MachineTypes = { default: 'q35', allowed: ['q35', 'pc-q35'] }

const MACHINE_TYPES: ReadonlyMap<string, MachineTypes> = new Map([
  ['arm64', { default: 'virt', allowed: ['virt'] }],
  ['s390x', { default: 's390-ccw-virtio', allowed: ['s390-ccw-virtio'] }],
  ['ppc64le', { default: 'pseries', allowed: ['pseries'] }],
])

/** Those that an architecture has by default; others name a version of one. */
export const USUAL_MACHINE_TYPES = [AMD64, ...MACHINE_TYPES.values()].map((types) => types.default)

/** An architecture that KubeVirt does not know has the machine types of amd64. */
function machineTypesOf(architecture: string, { instanceArchitectures }: KubeVirtRelease): MachineTypes {
  return (instanceArchitectures.includes(architecture) && MACHINE_TYPES.get(architecture)) || AMD64
}

export function defaultMachineType(architecture: string, release: KubeVirtRelease): string {
  return machineTypesOf(architecture, release).default
}

/** The patterns of the types that an architecture takes; undefined when the type fits one of them. */
export function machineTypeProblem(
  type: string,
  architecture: string,
  release: KubeVirtRelease,
): readonly string[] | undefined {
  const { allowed } = machineTypesOf(architecture, release)
  return allowed.some((beginning) => type.startsWith(beginning)) ? undefined : allowed.map((one) => `${one}*`)
}
