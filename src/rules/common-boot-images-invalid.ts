import { commonBootImagesProblems } from '../cluster/common-boot-images.ts'
import type { Problem } from '../findings/finding.ts'
import type { ClusterRule } from './rule.ts'

export const commonBootImagesInvalid: ClusterRule = {
  id: 'common-boot-images-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: 'A CommonBootImages item is not one, or a cluster has several.',
  why: "The cluster's own common templates decide what every image is made from. One that is misread makes every prediction wrong.",
  remediation: 'Correct the template at the path of the finding; keep one CommonBootImages for each cluster.',
  check: ({ items }) => {
    const [first, ...others] = items.commonBootImages
    const invalid = first
      ? commonBootImagesProblems(first.value()).map(
          ({ path, message }): Problem => ({
            item: first,
            path,
            message: `this CommonBootImages can't be used: ${message}`,
          }),
        )
      : []
    return [
      ...invalid,
      ...others.map((other) => ({
        item: other,
        message: 'this cluster has another CommonBootImages already, which is the one that counts; keep one of them',
      })),
    ]
  },
}
