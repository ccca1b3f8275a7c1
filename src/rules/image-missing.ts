import type { PackageRule } from './rule.ts'
import { isBootc, whyNot } from './support/image-problems.ts'
import { lockedImages } from './support/located-images.ts'
import { quote } from './support/wording.ts'

export const imageMissing: PackageRule = {
  id: 'image-missing',
  severity: 'error',
  scope: 'package',
  summary: 'An image is gone from its registry, or nothing of it can be imported.',
  why: 'When somebody last asked, the registry had no image at the address, or none that CDI could import on any architecture. Each import fails.',
  remediation:
    'Push the image again, name another address, or disable the template. `golden-images images lock` asks anew.',
  check: (input) =>
    lockedImages(input).flatMap(({ name, about, path, url, locked }) =>
      locked.architectures.length > 0 || isBootc(locked)
        ? []
        : [
            {
              ...about,
              path,
              ...(path.endsWith('url') && { currentValue: url }),
              message: `${name} names an image that can not be imported, ${quote(url)}: ${whyNot(locked)}; push it again, or name another`,
            },
          ],
    ),
}
