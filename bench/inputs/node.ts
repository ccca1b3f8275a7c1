/** A Node with what counts alone, every other one of arm64; in a directory, it belongs to the cluster there. */
export function slimNode(index: number, directory?: string): string {
  return `- apiVersion: v1
  kind: Node
  metadata:
    name: node-${index}
    labels:
      kubernetes.io/arch: ${architecture(index)}
      node-role.kubernetes.io/worker: ""
    annotations:
      config.kubernetes.io/local-config: "true"
${directory === undefined ? '' : pathAnnotations(`${directory}/nodes.yaml`, index)}  status:
    nodeInfo:
      architecture: ${architecture(index)}
`
}

export function architecture(index: number): string {
  return index % 2 === 0 ? 'amd64' : 'arm64'
}

/** Where an orchestrator that reads files says that an item came from. */
export function pathAnnotations(path: string, index: number): string {
  return `      config.kubernetes.io/index: '${index}'
      config.kubernetes.io/path: '${path}'
      internal.config.kubernetes.io/index: '${index}'
      internal.config.kubernetes.io/path: '${path}'
`
}
