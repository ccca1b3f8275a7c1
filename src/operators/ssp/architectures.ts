import type { SspRequest } from '../hco/to-ssp.ts'

/** The architectures that SSP knows, in lower case (ssp-operator, internal/architecture). */
export const KNOWN_ARCHITECTURES = ['amd64', 'arm64', 's390x'] as const

export type Architecture = (typeof KNOWN_ARCHITECTURES)[number]

/** Where SSP's operator runs when nobody says which architectures the cluster has. */
const OPERATOR_ARCHITECTURE: Architecture = 'amd64'

export function isKnownArchitecture(name: string): name is Architecture {
  return KNOWN_ARCHITECTURES.some((known) => known === name)
}

/** Control-plane architectures, then workload ones, without repetitions: the first that fits is the default. */
export function clusterArchitectures({ cluster }: SspRequest): Architecture[] {
  if (!cluster) return [OPERATOR_ARCHITECTURE]
  return [...new Set([...cluster.controlPlane, ...cluster.workload])].filter(isKnownArchitecture)
}

/** The annotation's architectures: split on commas, trimmed, unknown ones ignored. */
export function parseArchitectures(annotation: string): Architecture[] {
  return annotation
    .split(',')
    .map((part) => part.trim())
    .filter(isKnownArchitecture)
}
