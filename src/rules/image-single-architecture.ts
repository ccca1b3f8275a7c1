import type { PackageRule } from './rule.ts'
import { lockedImages } from './support/located-images.ts'
import { list } from './support/wording.ts'

export const imageSingleArchitecture: PackageRule = {
  id: 'image-single-architecture',
  severity: 'info',
  scope: 'package',
  summary: 'An image is made for one architecture, and the cluster runs VMs on several.',
  why: 'The registry has one image at the address and no list, so VMs from it run on a part of the nodes only.',
  remediation: 'Push a list with the other architectures, if there are images for them.',
  check: (input) =>
    lockedImages(input).flatMap(({ name, about, path, asked, workloadArchitectures = [], locked }) => {
      const [only, ...others] = locked.architectures
      const isList = locked.mediaType === undefined || /\.(index|list)\./.test(locked.mediaType)
      if (only === undefined || others.length > 0 || isList || workloadArchitectures.length < 2) return []
      // Asking for more is an error by itself.
      if (asked.some((one) => one !== only)) return []
      return [
        {
          ...about,
          path,
          message: `${name} names one image, for ${only}, and this cluster runs VMs on ${list(workloadArchitectures)}`,
        },
      ]
    }),
}
