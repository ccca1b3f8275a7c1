import { rmSync, writeFileSync } from 'node:fs'
import { InputError } from '../../input-error.ts'
import { groupBy } from '../../json/group-by.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'
import { quoteName } from '../sources/show-path.ts'

const MARK = '---'

/**
 * Takes documents out of the files that they were read from, and removes a file that holds nothing else; what else is
 * written there stays as it is. Says what was done, and what stays because it is a part of something larger. Throws an
 * InputError when a file can't be written.
 */
export function pruneFiles(items: readonly Item[]): string[] {
  return [...groupBy(items, ({ source }) => source)].flatMap(([{ file, text }, members]) => {
    const parts = groupBy(members, (item) => (isDocument(item) ? 'documents' : 'parts'))
    const documents = parts.get('documents') ?? []
    const kept = (parts.get('parts') ?? []).map(({ index }) => `not pruned: item ${index} of ${file || '<stdin>'}`)
    if (documents.length === 0) return kept
    const rest = withoutDocuments(text, documents)
    write(file, rest)
    return [rest === '' ? `pruned: ${file}` : `pruned: ${documents.length} of ${file}`, ...kept]
  })
}

/** Nothing but marks of documents stands before it and behind it. */
function isDocument({ source: { file, text: whole }, offset, text, within, origin }: Item): boolean {
  if (file === '' || within || origin) return false
  const before = whole.slice(0, offset).trimEnd()
  const behind = whole.slice(offset + text.length).trimStart()
  const isFirst = before === '' || text.startsWith(MARK) || before.slice(lineStart(before)).startsWith(MARK)
  return isFirst && (behind === '' || behind.startsWith(MARK))
}

function withoutDocuments(text: string, documents: readonly Item[]): string {
  let rest = text
  for (const { offset, text: own } of [...documents].sort((a, b) => b.offset - a.offset)) {
    const before = rest.slice(0, offset)
    // The mark of a document can be a part of its slice.
    const start = own.startsWith(MARK) ? offset : lineStart(before.trimEnd())
    rest = rest.slice(0, start) + rest.slice(offset + own.length)
  }
  return /^(?:---[^\n]*|\s)*$/.test(rest) ? '' : rest
}

function lineStart(text: string): number {
  return text.lastIndexOf('\n') + 1
}

function write(file: string, text: string): void {
  try {
    if (text === '') rmSync(file)
    else writeFileSync(file, text)
  } catch (error) {
    throw new InputError(`${quoteName(file)} must be writable: ${error instanceof Error ? error.message : error}`)
  }
}
