/** The form of an SBOM: CycloneDX 1.6, without anything that differs from one run to the next. */
import { createHash } from 'node:crypto'

export interface Component {
  readonly name: string
  readonly version?: string | undefined
  /** By which others name it, too. */
  readonly purl: string
  /** An SPDX expression. */
  readonly license?: string | undefined
  readonly cpe?: string
  readonly hashes?: readonly { alg: string; content: string }[]
  readonly dependsOn: readonly string[]
}

export function printBom(root: Component, description: string, components: readonly Component[]): string {
  const content = {
    version: 1,
    metadata: { component: { ...fieldsOf(root), type: 'application', description } },
    components: components.map(fieldsOf),
    dependencies: [root, ...components].map(({ purl, dependsOn }) => ({ ref: purl, dependsOn })),
  }
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialNumberOf(content), ...content }
  return `${JSON.stringify(bom, null, 2)}\n`
}

function fieldsOf({ name, version, purl, license, cpe, hashes = [] }: Component) {
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version,
    ...(hashes.length === 0 ? {} : { hashes }),
    // Older crates write a slash for SPDX's `OR`.
    ...(license === undefined ? {} : { licenses: [{ expression: license.replaceAll('/', ' OR ') }] }),
    cpe,
    purl,
  }
}

/** A UUID that is the content's, of the kind whose bits are one's own. */
function serialNumberOf(content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const [, first, second, third, fourth, fifth] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(hash) ?? []
  return `urn:uuid:${first}-${second}-8${third}-8${fourth}-${fifth}`
}
