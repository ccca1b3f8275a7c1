/** Pieces of hostile inputs. Nothing here is larger than a megabyte, and nothing is a resource that anybody keeps. */

export const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
export const SIZE = 900_000

/** The text over and over, as long as an input may be. */
export function fill(piece: string, size = SIZE): string {
  return piece.repeat(Math.floor(size / piece.length))
}

/** One text for each number, up to the size. */
export function lines(line: (index: number) => string, size = SIZE): string {
  const all: string[] = []
  for (let index = 0, length = 0; length < size; index++) {
    const next = line(index)
    all.push(next)
    length += next.length
  }
  return all.join('')
}

export function list(items: string, rest = ''): string {
  return `${HEAD}items:\n${items}${rest}`
}

/** A HyperConverged whose `spec` is what stands on the line, or below it, indented by four. */
export function hyperConverged(spec: string, metadata = ''): string {
  return `- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata:
    name: kubevirt-hyperconverged
    namespace: kubevirt-hyperconverged
${metadata}  spec: ${spec}
`
}

export function node(name: string, rest = '', labels = ''): string {
  return `- apiVersion: v1
  kind: Node
  metadata:
    name: ${name}
    labels:
      node-role.kubernetes.io/worker: ""
${labels}${rest}  status:
    nodeInfo:
      architecture: amd64
`
}

/** A template with what is special about it: indented by four, on lines. */
export function template(index: number, { url = 'docker://example.com/a', more = '', spec = '' } = {}): string {
  return `    - metadata:
        name: image-${index}
${more}      spec:
        schedule: "0 */12 * * *"
        managedDataSource: image-${index}
${spec}        template:
          spec:
            source:
              registry:
                url: ${url}
            storage:
              resources:
                requests:
                  storage: 10Gi
`
}

export function templates(text: string): string {
  return `\n    featureGates:\n      enableMultiArchBootImageImport: true\n    dataImportCronTemplates:\n${text}`
}

export function configuration(spec: string): string {
  return `functionConfig:\n  apiVersion: golden-images.dev/v1alpha1\n  kind: GoldenImages\n  spec: ${spec}\n`
}
