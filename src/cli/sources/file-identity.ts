import { type BigIntStats, fstatSync, readlinkSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** As many links as Linux follows. */
const MOST_LINKS = 40

/**
 * A word for the file that is behind a path, by whatever name: of two paths to one file it is the same. Undefined where
 * nothing can be overwritten: a device, and what can't be looked at.
 */
export function identifyFile(path: string, links = 0): string | undefined {
  const stats = attempt(() => statSync(path, { bigint: true }))
  if (stats) return identify(stats)
  // What is not there yet is known by its folder, and a link that leads nowhere by where it leads.
  const target = attempt(() => readlinkSync(path))
  if (target !== undefined) {
    return links < MOST_LINKS ? identifyFile(resolve(dirname(path), target), links + 1) : undefined
  }
  const folder = attempt(() => statSync(dirname(resolve(path)), { bigint: true }))
  return folder && `${identify(folder)}/${basename(path)}`
}

/** The same for what is open already, as stdin is. */
export function identifyOpen(descriptor: number): string | undefined {
  const stats = attempt(() => fstatSync(descriptor, { bigint: true }))
  return stats && identify(stats)
}

function identify(stats: BigIntStats): string | undefined {
  return stats.isCharacterDevice() ? undefined : `${stats.dev}:${stats.ino}`
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
