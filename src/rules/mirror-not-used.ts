import type { PackageRule } from './rule.ts'
import { lockedImages } from './support/located-images.ts'
import { quote } from './support/wording.ts'

export const mirrorNotUsed: PackageRule = {
  id: 'mirror-not-used',
  severity: 'warning',
  scope: 'package',
  summary: 'An image was found at a mirror that CDI does not ask.',
  why: "CDI's importer and its poller read no mirror configuration of the nodes: with `pullMethod: pod`, which is the default, they ask the registry of the address itself. Where that can not be reached, nothing is imported.",
  remediation: "Write the mirror's address into the template, or use `pullMethod: node`.",
  reference: 'https://github.com/kubevirt/containerized-data-importer/issues/3367',
  check: (input) =>
    lockedImages(input).flatMap(({ name, about, path, url, pullMethod, locked }) =>
      locked.via === undefined || pullMethod === 'node'
        ? []
        : [
            {
              ...about,
              path,
              ...(path.endsWith('url') && { currentValue: url }),
              message: `${name} names ${quote(url)}, which was found at the mirror ${quote(locked.via)}; CDI asks no mirror when a pod pulls: write the mirror's address, or \`pullMethod: node\``,
            },
          ],
    ),
}
