import { relative, sep } from 'node:path'

const LONGEST = 200

/** As paths are shown and items grouped: with slashes, relative to where the command was started. */
export function showPath(path: string): string {
  return relative('.', path).split(sep).join('/')
}

/** A name of the command line in a message, in quotes; one that no file can have is cut. */
export function quoteName(name: string): string {
  return JSON.stringify(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)
}
