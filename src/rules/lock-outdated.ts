import type { PackageRule } from './rule.ts'

export const lockOutdated: PackageRule = {
  id: 'lock-outdated',
  severity: 'warning',
  scope: 'package',
  summary: 'A lock says something else of an image than was seen since.',
  why: 'Somebody has pushed the tag anew, or removed it. What the lock says of its architectures may no longer be true.',
  remediation: 'Run `golden-images images lock`, and look at what changes.',
  check: ({ lock }) =>
    (lock?.outdated ?? []).map(({ item, path, image, by }) => ({
      item,
      path: image.digest === undefined ? path : `${path}.digest`,
      ...(image.digest !== undefined && { currentValue: image.digest }),
      ...(image.digest !== undefined && by.digest !== undefined && { proposedValue: by.digest }),
      message: `the lock has ${image.digest === undefined ? 'no image' : 'another digest'} for "${image.url}", which ${by.digest === undefined ? 'is gone' : 'has moved'} since; run \`golden-images images lock\``,
    })),
}
