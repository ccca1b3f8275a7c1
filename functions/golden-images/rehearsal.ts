/** A ResourceList of the kind that the function will meet, on which a build lets it find out what it needs in most runs. */
export const REHEARSAL = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: example
${['amd64', 'arm64', 's390x'].map(node).join('')}- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata:
    name: kubevirt-hyperconverged
    namespace: kubevirt-hyperconverged
  spec:
    featureGates:
      enableMultiArchBootImageImport: true
    dataImportCronTemplates:
    - metadata:
        name: example-image-cron
        annotations:
          ssp.kubevirt.io/dict.architectures: amd64,arm64,s390x
      spec:
        schedule: "30 3 * * *"
        managedDataSource: example
        template:
          spec:
            source:
              registry:
                url: docker://registry.example.com/example:latest
            storage:
              resources:
                requests:
                  storage: 10Gi
`

function node(architecture: string): string {
  return `- apiVersion: v1
  kind: Node
  metadata:
    name: ${architecture}
    labels:
      node-role.kubernetes.io/worker: ""
    annotations:
      config.kubernetes.io/local-config: "true"
  status:
    nodeInfo:
      architecture: ${architecture}
`
}
