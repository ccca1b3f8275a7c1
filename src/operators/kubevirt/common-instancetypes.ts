/**
 * The preferences and instance types that KubeVirt installs itself. Source: KubeVirt pkg/virt-operator/resource/generate/
 * components/data, common-instancetypes 1.7.0; 1.6 to 1.8 have the same preferences without architectures.
 */
import type { Instancetype, Preference } from '../../cluster/instancetype.ts'
import type { KubeVirtRelease } from '../../cluster/kubevirt-release.ts'
import { defaultKind, matcherKey } from './matcher.ts'

/** CPUs and memory that they require, and their names. */
const REQUIREMENTS: readonly (readonly [cpus: number | undefined, memory: string | undefined, names: string])[] = [
  [1, '512Mi', 'alpine debian windows.2k12 windows.2k12.virtio windows.2k8 windows.2k8.virtio'],
  [
    1,
    '1.5Gi',
    'centos.stream10 centos.stream10.desktop centos.stream9 centos.stream9.desktop rhel.10 rhel.10.arm64 rhel.10.s390x rhel.8 rhel.8.desktop rhel.9 rhel.9.arm64 rhel.9.desktop rhel.9.s390x',
  ],
  [8, '1.5Gi', 'centos.stream9.dpdk rhel.8.dpdk rhel.9.dpdk'],
  [1, '256Mi', 'cirros windows.2k3'],
  [
    1,
    '2Gi',
    'fedora fedora.arm64 fedora.s390x opensuse.leap opensuse.tumbleweed sles ubuntu windows.10 windows.10.virtio windows.2k16 windows.2k16.virtio windows.2k19 windows.2k19.virtio windows.2k22 windows.2k22.virtio windows.2k25 windows.2k25.virtio windows.7 windows.7.virtio',
  ],
  [undefined, undefined, 'legacy linux linux.efi linux.virtiotransitional'],
  [2, '4Gi', 'oraclelinux windows.11 windows.11.virtio'],
  [1, '1Gi', 'rhel.7 rhel.7.desktop'],
  [4, '4Gi', 'rhel.9.realtime'],
  [1, '128Mi', 'windows.xp'],
]

/** The architecture that they prefer and require. */
const ARCHITECTURES: readonly (readonly [architecture: string, names: string])[] = [
  ['amd64', 'fedora rhel.10 rhel.9 rhel.9.desktop rhel.9.dpdk rhel.9.realtime'],
  ['arm64', 'fedora.arm64 rhel.10.arm64 rhel.9.arm64'],
  ['s390x', 'fedora.s390x rhel.10.s390x rhel.9.s390x'],
]

/** Their CPUs and memory; none has a node selector or a CPU model. */
const INSTANCETYPES: readonly (readonly [cpus: number, memory: string, names: string])[] = [
  [8, '16Gi', 'cx1.2xlarge cx1.2xlarge1gi n1.xlarge'],
  [16, '32Gi', 'cx1.4xlarge cx1.4xlarge1gi n1.2xlarge'],
  [32, '64Gi', 'cx1.8xlarge cx1.8xlarge1gi n1.4xlarge'],
  [2, '4Gi', 'cx1.large cx1.large1gi d1.2xmedium u1.2xmedium'],
  [1, '2Gi', 'cx1.medium cx1.medium1gi d1.small o1.small rt1.small u1.small'],
  [4, '8Gi', 'cx1.xlarge cx1.xlarge1gi n1.large'],
  [8, '32Gi', 'd1.2xlarge o1.2xlarge rt1.2xlarge u1.2xlarge'],
  [16, '64Gi', 'd1.4xlarge o1.4xlarge rt1.4xlarge u1.4xlarge'],
  [32, '128Gi', 'd1.8xlarge o1.8xlarge rt1.8xlarge u1.8xlarge'],
  [2, '8Gi', 'd1.large o1.large rt1.large u1.large'],
  [1, '4Gi', 'd1.medium o1.medium rt1.medium u1.medium'],
  [1, '1Gi', 'd1.micro o1.micro rt1.micro u1.micro'],
  [1, '512Mi', 'd1.nano o1.nano u1.nano'],
  [4, '16Gi', 'd1.xlarge o1.xlarge rt1.xlarge u1.xlarge'],
  [8, '64Gi', 'm1.2xlarge m1.2xlarge1gi'],
  [16, '128Gi', 'm1.4xlarge m1.4xlarge1gi'],
  [32, '256Gi', 'm1.8xlarge m1.8xlarge1gi'],
  [2, '16Gi', 'm1.large m1.large1gi'],
  [4, '32Gi', 'm1.xlarge m1.xlarge1gi'],
  [64, '128Gi', 'n1.8xlarge'],
  [4, '4Gi', 'n1.medium'],
]

export function commonPreferences(release: KubeVirtRelease): ReadonlyMap<string, Preference> {
  const architectures = new Map(
    release.commonPreferencesNameArchitectures
      ? ARCHITECTURES.flatMap(([architecture, names]) => names.split(' ').map((name) => [name, architecture] as const))
      : [],
  )
  return new Map(
    REQUIREMENTS.flatMap(([cpus, memory, names]) =>
      names.split(' ').map((name) => {
        const architecture = architectures.get(name)
        const preference: Preference = {
          preferredArchitecture: architecture ?? '',
          preferredMachineType: '',
          requirements: { architecture, cpus, memory },
        }
        return [commonKey('preference', name), preference] as const
      }),
    ),
  )
}

export function commonInstancetypes(): ReadonlyMap<string, Instancetype> {
  return new Map(
    INSTANCETYPES.flatMap(([cpus, memory, names]) =>
      names
        .split(' ')
        .map(
          (name) =>
            [commonKey('instancetype', name), { cpus, memory, cpuModel: undefined, nodeSelector: undefined }] as const,
        ),
    ),
  )
}

function commonKey(field: 'preference' | 'instancetype', name: string): string {
  return matcherKey(defaultKind(field), { name, namespace: '' })
}
