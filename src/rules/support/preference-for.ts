import type { ResolvedMatcher } from '../../operators/kubevirt/matcher.ts'
import type { Surroundings } from '../../operators/kubevirt/surroundings.ts'

const SUFFIX = /\.(amd64|arm64|s390x)$/

/** The preference of the same name for an architecture, as `fedora.arm64` beside `fedora`, when there is one. */
export function preferenceFor(
  architecture: string,
  { name, kind }: ResolvedMatcher,
  { preferences }: Surroundings,
): string | undefined {
  if (kind !== '' && !kind.toLowerCase().includes('cluster')) return undefined
  const base = name.replace(SUFFIX, '')
  return [base, `${base}.${architecture}`].find(
    (candidate) =>
      preferences.get(`virtualmachineclusterpreference /${candidate}`)?.preferredArchitecture === architecture,
  )
}
