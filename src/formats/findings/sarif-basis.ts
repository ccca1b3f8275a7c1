import { printable } from '../text/printable.ts'
import { tellRelease, tellWhere } from '../text/release-text.ts'
import { artifactLocation } from './artifact-location.ts'
import { type Basis, remarksOn } from './basis.ts'

/** What a run rests on, in SARIF's own words where it has some; nothing when there is nothing to say. */
export function toRunBasis(basis: Basis) {
  const { rulesOff = [], leftOut = [], releases = [], ...configured } = basis
  const properties = {
    ...Object.fromEntries(remarksOn(configured).map(({ name, value }) => [name, value])),
    ...(releases.length > 0 && { releases: releases.map((one) => tellWhere(one, releases) + tellRelease(one)) }),
  }
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
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}

function toOverride(id: string) {
  return { descriptor: { id }, configuration: { enabled: false } }
}
