import type { PackageRule } from './rule.ts'
import { locatedImages } from './support/located-images.ts'
import { quote } from './support/wording.ts'

export const imageNotLocked: PackageRule = {
  id: 'image-not-locked',
  severity: 'info',
  scope: 'package',
  summary: 'The lock says nothing of an image.',
  why: 'Nobody has asked its registry since the address was written, so nothing tells whether its annotation is true.',
  remediation: 'Run `golden-images images lock --only-missing`.',
  check: (input) => {
    const { lock } = input
    // Of one that is none the rest is told by itself.
    if (!lock || lock.problems.length > 0) return []
    return locatedImages(input).flatMap(({ name, about, path, url }) =>
      lock.byUrl.has(url)
        ? []
        : [
            {
              ...about,
              path,
              ...(path.endsWith('url') && { currentValue: url }),
              message: `${name} names ${quote(url)}, of which the lock says nothing; run \`golden-images images lock --only-missing\``,
            },
          ],
    )
  },
}
