import type { PackageRule } from './rule.ts'
import { lockedImages, truthfulAnnotation } from './support/located-images.ts'
import { list, quote } from './support/wording.ts'

export const annotationMissesArchitecture: PackageRule = {
  id: 'annotation-misses-architecture',
  severity: 'warning',
  scope: 'package',
  summary: 'An image has an architecture on which VMs run, and its annotation does not say so.',
  why: 'No image is made for that architecture, and VMs from this image can not run on its nodes, although the registry has what they need.',
  remediation: 'Add the architecture to the annotation.',
  check: (input) =>
    lockedImages(input).flatMap(({ name, about, annotation, workloadArchitectures = [], locked }) => {
      if (annotation?.path === undefined) return []
      const proposedValue = truthfulAnnotation(locked)
      const named = annotation.value.split(',').map((part) => part.trim())
      const missed = proposedValue
        .split(',')
        .filter((one) => workloadArchitectures.includes(one) && !named.includes(one))
      if (missed.length === 0) return []
      return [
        {
          ...about,
          path: annotation.path,
          currentValue: annotation.value,
          proposedValue,
          message: `${name} leaves out ${list(missed)}, on which this cluster runs VMs, and its image has ${missed.length > 1 ? 'them' : 'it'}; write ${quote(proposedValue)}`,
        },
      ]
    }),
}
