import type { PackageRule } from './rule.ts'
import { isBootc } from './support/image-problems.ts'
import { lockedImages } from './support/located-images.ts'
import { quote } from './support/wording.ts'

export const imageBootc: PackageRule = {
  id: 'image-bootc',
  severity: 'warning',
  scope: 'package',
  summary: 'An image is a bootable container, which CDI does not import.',
  why: 'It holds the files of a system and no disk. CDI newer than 1.66.0 refuses it by its labels; older ones look for a disk in it.',
  remediation: 'Build a disk image of it with bootc-image-builder, and push that as a container disk.',
  reference: 'https://github.com/kubevirt/containerized-data-importer/pull/4223',
  check: (input) =>
    lockedImages(input).flatMap(({ name, about, path, url, locked }) =>
      isBootc(locked)
        ? [
            {
              ...about,
              path,
              ...(path.endsWith('url') && { currentValue: url }),
              message: `${name} names a bootable container, ${quote(url)}, which is no disk; name a container disk that is built of it`,
            },
          ]
        : [],
    ),
}
