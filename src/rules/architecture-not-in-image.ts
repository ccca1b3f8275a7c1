import type { Problem } from '../findings/finding.ts'
import type { PackageRule } from './rule.ts'
import { whyNot } from './support/image-problems.ts'
import { type LockedLocatedImage, lockedImages, truthfulAnnotation } from './support/located-images.ts'
import { list } from './support/wording.ts'

export const architectureNotInImage: PackageRule = {
  id: 'architecture-not-in-image',
  severity: 'error',
  scope: 'package',
  summary: 'An image is to be imported for an architecture that it does not have.',
  why: 'CDI asks the registry for the image of that architecture, and the import fails again and again: the list has no such entry, or what is behind the entry is for another one. It is a warning as long as the switch is off.',
  remediation: 'Name the architectures that the image has, or push an image that has the others.',
  sources: ['containerized-data-importer, pkg/importer/transport.go, validateImagePlatformMatch'],
  check: (input) => lockedImages(input).flatMap(problemOf),
}

function problemOf(image: LockedLocatedImage): Problem[] {
  const { name, about, path, annotation, asked, isIdle, workloadArchitectures, locked } = image
  if (locked.architectures.length === 0) return []
  const wanted = asked.filter((one) => annotation === undefined || (workloadArchitectures?.includes(one) ?? true))
  const missing = wanted.filter((one) => !locked.architectures.includes(one))
  const [first] = missing
  if (first === undefined) return []
  const proposedValue = truthfulAnnotation(locked)
  const place =
    annotation?.path === undefined
      ? { path: annotation ? path : path.replace(/url$/, 'platform.architecture') }
      : { path: annotation.path, currentValue: annotation.value, ...(proposedValue !== '' && { proposedValue }) }
  return [
    {
      ...about,
      ...place,
      ...(isIdle && { severity: 'warning' as const }),
      message: `${name} asks for ${list(missing)}, and its image has nothing that CDI could import for ${missing.length > 1 ? 'them' : 'that'}: ${whyNot(locked, first)}; ${advice(proposedValue)}`,
    },
  ]
}

function advice(proposedValue: string): string {
  return proposedValue === ''
    ? 'ask for what it has, or disable it'
    : `it can be imported for ${list(proposedValue.split(','))}`
}
