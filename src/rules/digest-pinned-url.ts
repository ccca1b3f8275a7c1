import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate } from './support/wording.ts'

export const digestPinnedUrl: ClusterRule = {
  id: 'digest-pinned-url',
  severity: 'warning',
  scope: 'readable',
  summary: 'A registry address is pinned by digest, which breaks the import.',
  why: 'CDI polls the address for its digest and appends the digest that it finds to the address. One that ends in a digest already is no address any more, and the import fails.',
  remediation: 'Use a tag.',
  reference: 'https://github.com/kubevirt/containerized-data-importer/issues/2689',
  check: (cluster) =>
    enabledEntries(cluster).flatMap(({ template, spec, path }) => {
      const url = spec.template.spec.source?.registry?.url
      if (url === undefined || !hasDigest(url)) return []
      return [
        {
          path: `${path}.spec.template.spec.source.registry.url`,
          currentValue: url,
          template: templateName(template),
          message: `${nameTemplate(template)} names its image by digest, and CDI appends a second one, so that the import fails; name it by a tag`,
        },
      ]
    }),
}

/** A user before the host has an `@` as well. */
function hasDigest(url: string): boolean {
  return url.includes('@') && /@[a-z0-9+._-]+:[0-9a-fA-F]/.test(url.replace(/^[a-z-]+:\/\/[^/]*/, ''))
}
