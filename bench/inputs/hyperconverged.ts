import { pathAnnotations } from './node.ts'

/** How its templates differ from ordinary ones. */
export interface TemplateOptions {
  readonly name?: (index: number) => string
  readonly dataSource?: (index: number) => string
  /** As YAML; undefined: no annotation. */
  readonly architectures?: (index: number) => string | undefined
  /** A member of `registry`. */
  readonly source?: (index: number) => string
  /** Above the annotation. */
  readonly comment?: string
}

/** One with so many templates of its own; in a directory, it is the cluster there. */
export function hyperConverged(templates: number, directory?: string, options: TemplateOptions = {}): string {
  return `- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata:
    name: kubevirt-hyperconverged
    namespace: kubevirt-hyperconverged
${directory === undefined ? '' : `    annotations:\n${pathAnnotations(`${directory}/hyperconverged.yaml`, 0)}`}  spec:
    featureGates:
      enableMultiArchBootImageImport: true
    dataImportCronTemplates:
${Array.from({ length: templates }, (_, index) => template(index, options)).join('')}`
}

function template(
  index: number,
  {
    name = () => `my-image-${index}-cron`,
    dataSource = () => `my-image-${index}`,
    architectures = () => 'amd64,arm64',
    source = () => `url: docker://registry.example.com/my/image-${index}:latest`,
    comment,
  }: TemplateOptions,
): string {
  const written = architectures(index)
  return `    - metadata:
        name: ${name(index)}
        annotations:
          ${comment === undefined ? '' : `# ${comment}\n          `}${
            written === undefined ? 'example.com/team: images' : `ssp.kubevirt.io/dict.architectures: ${written}`
          }
      spec:
        schedule: "0 */12 * * *"
        managedDataSource: ${dataSource(index)}
        template:
          spec:
            source:
              registry:
                ${source(index)}
            storage:
              resources:
                requests:
                  storage: 30Gi
`
}
