import { createHash } from 'node:crypto'
import { architecture } from './node.ts'

const IMAGES = 50
const CONDITIONS = [
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
] as const
const FEATURES = 60

/** A Node of some 20 kB as `kubectl get -o yaml` prints it; the hand that wrote it down marked it as local. */
export function fullNode(index: number): string {
  const name = `worker-${index}.cluster.example.com`
  return `- apiVersion: v1
  kind: Node
  metadata:
    annotations:
      config.kubernetes.io/local-config: "true"
      csi.volume.kubernetes.io/nodeid: '{"csi.storage.example.com":"${uid(index)}"}'
      kubevirt.io/heartbeat: "2025-03-04T05:06:07Z"
      kubevirt.io/ksm-handler-managed: "false"
      node.alpha.kubernetes.io/ttl: "0"
      volumes.kubernetes.io/controller-managed-attach-detach: "true"
    creationTimestamp: "2025-01-02T03:04:05Z"
    labels:
      beta.kubernetes.io/arch: ${architecture(index)}
      beta.kubernetes.io/os: linux
${times(FEATURES, (feature) => `      cpu-feature.node.kubevirt.io/feature-${feature}: "true"\n`)}\
      kubernetes.io/arch: ${architecture(index)}
      kubernetes.io/hostname: ${name}
      kubernetes.io/os: linux
      kubevirt.io/schedulable: "true"
      node-role.kubernetes.io/worker: ""
    name: ${name}
    resourceVersion: "${1_000_000 + index}"
    uid: ${uid(index)}
  spec:
    podCIDR: 10.128.${index}.0/24
    podCIDRs:
    - 10.128.${index}.0/24
    providerID: example://zone-a/${uid(index)}
${status(index, name)}`
}

function status(index: number, name: string): string {
  return `  status:
    addresses:
    - address: 192.0.2.${index}
      type: InternalIP
    - address: ${name}
      type: Hostname
    allocatable:
${resources('63500m', '263012916Ki')}\
    capacity:
${resources('64', '264163892Ki')}\
    conditions:
${CONDITIONS.map(condition).join('')}\
    daemonEndpoints:
      kubeletEndpoint:
        Port: 10250
    images:
${times(IMAGES, (image) => containerImage(index, image))}\
    nodeInfo:
      architecture: ${architecture(index)}
      bootID: ${uid(index + 1000)}
      containerRuntimeVersion: cri-o://1.32.1
      kernelVersion: 5.14.0-570.el9.${architecture(index)}
      kubeProxyVersion: ""
      kubeletVersion: v1.32.1
      machineID: ${digest(`machine ${index}`).slice(0, 32)}
      operatingSystem: linux
      osImage: Red Hat Enterprise Linux CoreOS 9.6
      systemUUID: ${uid(index + 2000)}
`
}

function resources(cpu: string, memory: string): string {
  return `      cpu: "${cpu}"
      devices.kubevirt.io/kvm: 1k
      devices.kubevirt.io/tun: 1k
      devices.kubevirt.io/vhost-net: 1k
      ephemeral-storage: "449252368384"
      hugepages-1Gi: "0"
      hugepages-2Mi: "0"
      memory: ${memory}
      pods: "250"
`
}

function condition([type, value, reason, message]: (typeof CONDITIONS)[number]): string {
  return `    - lastHeartbeatTime: "2025-03-04T05:06:07Z"
      lastTransitionTime: "2025-01-02T03:04:05Z"
      message: ${message}
      reason: ${reason}
      status: "${value}"
      type: ${type}
`
}

function containerImage(node: number, image: number): string {
  const repository = `registry.example.com/platform/component-${image}`
  return `    - names:
      - ${repository}@sha256:${digest(`${node} ${image}`)}
      - ${repository}@sha256:${digest(`list ${image}`)}
      - ${repository}:v1.${image}.0
      sizeBytes: ${400_000_000 + image * 1013}
`
}

function uid(seed: number): string {
  return digest(`uid ${seed}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

function digest(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}

function times(count: number, print: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => print(index)).join('')
}
