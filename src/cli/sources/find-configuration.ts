import { dirname, join } from 'node:path'
import { InputError } from '../../input-error.ts'
import type { JsonObject } from '../../json/json.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { type Boundary, boundaryAround } from './boundary.ts'
import { folderOf } from './folder-of.ts'
import type { LeaveOut } from './found-file.ts'
import { lookAt } from './look-at.ts'
import { lookAtNamed, readNamed } from './named.ts'
import { isShared } from './shared-folder.ts'
import { quoteName, showPath } from './show-path.ts'

export const CONFIGURATION_FILE = 'golden-images.yaml'

/** A configuration, and the file that it is from. */
export interface FoundConfiguration {
  /** As it is shown. */
  readonly file: string
  readonly value: JsonObject
}

/**
 * The file named, or else the nearest `golden-images.yaml` in the folder of the input or above it, up to the root of
 * its repository; outside of any, up to the working folder, or there alone. Undefined for none.
 */
export function findConfiguration(
  named: string | undefined,
  firstPath: string | undefined,
  leaveOut: LeaveOut,
): FoundConfiguration | undefined {
  if (named !== undefined) return readConfigurationFile(named, named)
  const start = folderOf(firstPath ?? '-')
  const candidate = findUpwards(start, boundaryAround(start), leaveOut)
  return candidate === undefined ? undefined : readConfigurationFile(candidate, showPath(candidate))
}

function findUpwards(start: string, boundary: Boundary, leaveOut: LeaveOut): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, CONFIGURATION_FILE)
    // What anybody may have put into a folder for temporary files is nobody's configuration.
    const entry = isShared(folder) ? undefined : lookAt(candidate, boundary)
    if (entry?.kind === 'file') return candidate
    if (entry) leaveOut(candidate, entry.kind === 'folder' ? 'is a folder' : entry.reason)
    if (folder === boundary.folder || dirname(folder) === folder) return undefined
  }
}

function readConfigurationFile(path: string, shown: string): FoundConfiguration {
  const named = lookAtNamed(path)
  if (!named || named.kind === 'folder') {
    throw new InputError(
      `the configuration ${quoteName(path)} must be a file, and ${named ? 'is a folder' : 'is not there'}`,
    )
  }
  const { text, fault } = readNamed(named)
  if (fault !== undefined) throw new InputError(`the configuration ${quoteName(path)} must be UTF-8 text`)
  return { file: shown, value: readConfigurationText(text, shown) }
}

/** The one object of a file. */
export function readConfigurationText(text: string, shown: string): JsonObject {
  const read = readManifests(text, shown)
  if (!read.ok) throw new InputError(read.message)
  const [only, ...others] = read.items
  if (!only || others.length > 0) {
    throw new InputError(`the configuration "${shown}" must hold one object, and holds ${read.items.length}`)
  }
  return only.value()
}
