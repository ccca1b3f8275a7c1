import { OPEN_BRACE } from '../yaml/scan/char-codes.ts'
import { readBlockList } from './block/read-block-list.ts'
import { NOTHING } from './check-list.ts'
import { jsonStart } from './json/cut-json.ts'
import { readJsonList } from './json/read-json-list.ts'
import type { Needs, ReadOptions, ReadResult } from './resource-list.ts'
import { scanText } from './text-scan.ts'
import { tooMuch } from './too-much.ts'
import { readWholeList } from './whole/read-whole-list.ts'

export type { Item, NamedItem, ReadResult, ResourceList, Source } from './resource-list.ts'

/**
 * Reads a ResourceList from YAML or JSON. Only items that `needs` names by their `apiVersion` and `kind`, and
 * those that the options ask for, are parsed; the others stay text and are not validated. `message` is one sentence: what is wrong, where, and what must be done.
 * Whatever it throws is no matter of the text.
 */
export function readResourceList(text: string, needs: Needs = () => false, options: ReadOptions = {}): ReadResult {
  try {
    const start = jsonStart(text)
    if (start === text.length) return { ok: false, message: NOTHING }
    return readSlices(text, start, needs, options) ?? readWholeList(text, needs, options)
  } catch (error) {
    return { ok: false, message: tooMuch('the input', error) }
  }
}

/** Undefined when only a full parse can tell what the text is, or what is wrong with it. */
function readSlices(text: string, start: number, needs: Needs, options: ReadOptions): ReadResult | undefined {
  if (text.charCodeAt(start) === OPEN_BRACE) return readJsonList(text, start, needs, options)
  const scan = options.scan ?? scanText(text)
  return scan.isAllowed() ? readBlockList(text, needs, options.mention, scan) : undefined
}
