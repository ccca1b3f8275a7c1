import type { Item, ReadResult, ResourceList } from '../../src/resource-list/read-resource-list.ts'

export const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'

export const NOTHING = { dropped: new Set<Item>(), emitted: [], results: [] }

export const always = (): boolean => true

export function accepted(read: ReadResult | undefined): ResourceList {
  if (read === undefined) throw new Error('the reader was not certain')
  if (!read.ok) throw new Error(read.message)
  return read.list
}

export function refused(read: { ok: true } | { ok: false; message: string }): string {
  if (read.ok) throw new Error('the reader accepted it')
  return read.message
}
