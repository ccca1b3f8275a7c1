import type { LockedImage, LockedProblem } from '../../lock/images-lock.ts'
import { list, quote } from './wording.ts'

const WORDS: { readonly [code: string]: string } = {
  'not-found': 'its registry does not have it',
  'not-an-image': 'what its registry has there is no image',
  unreadable: 'what its registry has there can not be read',
  'too-large': 'its manifest is larger than CDI reads',
  'digest-mismatch': 'its parts do not have the digests that they must have',
  'variant-unusable': 'it has that architecture only in a variant that CDI does not take',
  'platform-unreadable': 'its list names platforms that nobody can mean',
  bootc: 'it is a bootable container, and no disk',
}

/** Why the image, or one architecture of it, can't be imported. */
export function whyNot({ architectures, problems = [] }: LockedImage, architecture?: string): string {
  const problem = problems.find((one) => one.architecture === architecture) ?? problems.find(isAboutAll)
  if (problem?.code === 'config-contradicts') {
    const found = problem.config === '' ? 'names none' : `is for ${quote(problem.config ?? '')}`
    return `its list names that architecture, and the image behind it ${found}`
  }
  const words = problem && Object.hasOwn(WORDS, problem.code) ? WORDS[problem.code] : undefined
  if (words !== undefined) return words
  return architectures.length > 0 ? `it has ${list(architectures)} alone` : 'it has nothing for Linux'
}

function isAboutAll({ architecture }: LockedProblem): boolean {
  return architecture === undefined
}

/** Nothing but that it is a bootable container keeps it from being imported. */
export function isBootc({ architectures, problems = [] }: LockedImage): boolean {
  return architectures.length === 0 && problems.length > 0 && problems.every(({ code }) => code === 'bootc')
}
