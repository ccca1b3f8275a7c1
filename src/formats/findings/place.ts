import type { Finding } from '../../findings/finding.ts'

/** The file that a finding is about: `''` is standard input, undefined when none is known. */
export function fileOf({ position, resource }: Finding): string | undefined {
  return position?.file ?? resource?.file?.path
}

export function nameFile(file: string): string {
  return file === '' ? '<stdin>' : file
}

/** `hco.yaml:12:46`, or the file alone when the place in it is not known. */
export function describePosition(finding: Finding): string | undefined {
  const file = fileOf(finding)
  if (file === undefined) return undefined
  const { position } = finding
  return position ? `${nameFile(file)}:${position.line}:${position.column}` : nameFile(file)
}

/** `HyperConverged/kubevirt-hyperconverged` */
function describeResource({ resource }: Finding): string | undefined {
  return resource && `${resource.kind}/${resource.name}`
}

/** The resource and the path in it, for outputs that do not show the source. */
export function describeValue(finding: Finding): string | undefined {
  const { path } = finding
  const words = [describeResource(finding), path === undefined ? undefined : `\`${path}\``]
  return words.filter((word) => word !== undefined).join(' ') || undefined
}

/** The paths of a repository, as code hosts know them, do not start with `./`. */
export function repositoryPath(file: string): string {
  return file.replace(/^(\.\/+)+/, '')
}
