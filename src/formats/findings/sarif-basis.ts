import type { ReleaseOfClusters } from '../../explanation/release.ts'
import { printable } from '../text/printable.ts'
import { tellRelease, tellWhere } from '../text/release-text.ts'
import { artifactLocation } from './artifact-location.ts'
import type { Basis } from './basis.ts'
import { nameFile } from './place.ts'

/** What a run rests on, in SARIF's own words where it has some; nothing when there is nothing to say. */
export function toRunBasis({ configuration, rulesOff = [], leftOut = [], releases = [] }: Basis) {
  const invocation = {
    executionSuccessful: true,
    ...(rulesOff.length > 0 && { ruleConfigurationOverrides: rulesOff.map(toOverride) }),
    ...(leftOut.length > 0 && {
      toolExecutionNotifications: leftOut.map(({ path, reason }) => ({
        level: 'warning',
        message: { text: printable(`Left out: ${path} ${reason}.`) },
        locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }],
      })),
    }),
  }
  return {
    ...(rulesOff.length + leftOut.length > 0 && { invocations: [invocation] }),
    ...((configuration !== undefined || releases.length > 0) && { properties: toProperties(configuration, releases) }),
  }
}

function toProperties(configuration: string | undefined, releases: readonly ReleaseOfClusters[]) {
  return {
    ...(configuration !== undefined && { configuration: nameFile(configuration) }),
    ...(releases.length > 0 && { releases: releases.map((one) => tellWhere(one, releases) + tellRelease(one)) }),
  }
}

function toOverride(id: string) {
  return { descriptor: { id }, configuration: { enabled: false } }
}
