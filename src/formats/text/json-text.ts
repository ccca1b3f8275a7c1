import { printable } from './printable.ts'

/** JSON for programs that is safe on a terminal as well: what would steer it stands as an escape of JSON's own. */
export function printJsonText(value: object): string {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `${printable(line)}\n`)
    .join('')
}
