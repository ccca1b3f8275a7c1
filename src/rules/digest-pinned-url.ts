import { DESIRED_DIGEST, desiredDigest } from '../operators/cdi/desired-digest.ts'
import type { CronRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const digestPinnedUrl: CronRule = {
  id: 'digest-pinned-url',
  severity: 'error',
  scope: 'cron',
  summary: 'A registry address is pinned by digest, which breaks the import.',
  why: 'CDI appends the digest that it imports to the address, the one that it polled or the one that the annotation asks for. An address that ends in a digest already is no address any more then, and the import fails.',
  remediation: `Use a tag. To pin an image, write \`schedule: ""\` and the digest into the annotation \`${DESIRED_DIGEST}\`.`,
  reference: 'https://github.com/kubevirt/containerized-data-importer/issues/2689',
  sources: [
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, newSourceDataVolume and untagDigestedDockerURL',
  ],
  check: ({ name, metadata, spec, at }) => {
    const url = spec.template.spec.source?.registry?.url
    const digest = url === undefined ? undefined : digestOf(url)
    if (url === undefined || digest === undefined) return []
    const withoutDigest = url.slice(0, -digest.length - 1)
    const pinned = desiredDigest(metadata)
    return [
      {
        path: at('spec.template.spec.source.registry.url'),
        currentValue: url,
        ...(pinned !== undefined && { proposedValue: withoutDigest }),
        message: `${name} names its image by digest, and CDI appends a second one, so that the import fails; ${
          pinned === undefined
            ? `name it by a tag, and to keep this digest write \`schedule: ""\` and the annotation \`${DESIRED_DIGEST}: ${digest}\``
            : `leave it out here, as in ${quote(withoutDigest)}: the annotation \`${DESIRED_DIGEST}\` pins the image`
        }`,
      },
    ]
  },
}

/** `sha256:…` at the end of an address; a user before the host has an `@` as well. */
function digestOf(url: string): string | undefined {
  const path = url.includes('//') ? url.indexOf('/', url.indexOf('//') + 2) : 0
  const at = url.lastIndexOf('@')
  const digest = path >= 0 && at > path ? url.slice(at + 1) : ''
  return /^[a-z0-9+._-]+:[0-9a-fA-F]+$/.test(digest) ? digest : undefined
}
