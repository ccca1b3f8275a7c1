import { readFileSync } from 'node:fs'

/** Cases with the answers of the real thing; the file's `made` says where they come from. */
export function golden<T>(file: string): T[] {
  const table: { made: string; cases: T[] } = JSON.parse(readFileSync(`test/fixtures/${file}`, 'utf8'))
  return table.cases
}
