import { pathAnnotations } from './node.ts'

/** One with so many templates of its own; in a directory, it is the cluster there. */
export function hyperConverged(templates: number, directory?: string): string {
  return `- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata:
    name: kubevirt-hyperconverged
    namespace: kubevirt-hyperconverged
${directory === undefined ? '' : `    annotations:\n${pathAnnotations(`${directory}/hyperconverged.yaml`, 0)}`}  spec:
    featureGates:
      enableMultiArchBootImageImport: true
    dataImportCronTemplates:
${Array.from({ length: templates }, (_, index) => template(index)).join('')}`
}

function template(index: number): string {
  return `    - metadata:
        name: my-image-${index}-cron
        annotations:
          ssp.kubevirt.io/dict.architectures: amd64,arm64
      spec:
        schedule: "0 */12 * * *"
        managedDataSource: my-image-${index}
        template:
          spec:
            source:
              registry:
                url: docker://registry.example.com/my/image-${index}:latest
            storage:
              resources:
                requests:
                  storage: 30Gi
`
}
