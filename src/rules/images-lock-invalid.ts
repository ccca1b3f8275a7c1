import type { PackageRule } from './rule.ts'

export const imagesLockInvalid: PackageRule = {
  id: 'images-lock-invalid',
  severity: 'error',
  scope: 'package',
  summary: 'An ImagesLock is not one.',
  why: 'Nothing of it is used, so nothing tells whether the annotations are true.',
  remediation: 'Write it anew with `golden-images images lock`.',
  check: ({ lock }) =>
    (lock?.problems ?? []).map(({ item, path, message }) => ({
      item,
      path,
      message: `this ImagesLock can't be used: ${message}; write it anew with \`golden-images images lock\``,
    })),
}
