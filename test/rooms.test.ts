import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { globSync } from 'glob'
import { expect, test } from 'vitest'

/** The rooms of AGENTS.md, from the top down; imports point down only. */
const ROOMS = [...readFileSync('AGENTS.md', 'utf8').matchAll(/^\| `((?:functions|src)\/[^`]*)`/gm)].map(
  ([, room = '']) => room,
)
const FILES = globSync(['src/**/*.ts', 'functions/**/*.ts'], { ignore: '**/*.generated.*' }).sort()
const IMPORT = /^(?:import|export)\b[^'"]*?from '(\.[^']*)'/gms

/** The place in the list of the room that a file is in: the longest name that fits. */
function roomOf(file: string): number {
  const fitting = ROOMS.filter((room) => file === room || (room.endsWith('/') && file.startsWith(room)))
  const [closest] = fitting.sort((a, b) => b.length - a.length)
  return closest === undefined ? -1 : ROOMS.indexOf(closest)
}

test('every file is in a room of the map', () => {
  expect(FILES.filter((file) => roomOf(file) === -1)).toEqual([])
  for (const room of ROOMS)
    expect(
      FILES.some((file) => roomOf(file) === ROOMS.indexOf(room)),
      room,
    ).toBe(true)
})

test('imports point down the map', () => {
  const upward = FILES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)]
      .map(([, path = '']) => posix.join(posix.dirname(file), path))
      .filter((target) => target.endsWith('.ts') && roomOf(target) < roomOf(file))
      .map((target) => `${file} → ${target}`),
  )
  expect(upward).toEqual([])
})
