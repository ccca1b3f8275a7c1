import { type Document, isMap, isSeq, type YAMLMap } from 'yaml'
import { flattenMerges } from '../../yaml/full/flatten-merges.ts'
import { kubernetesValue } from '../../yaml/full/kubernetes-scalars.ts'
import { PRINTING } from '../../yaml/full/yaml-schema.ts'
import { parseYaml } from '../../yaml/parse-yaml.ts'
import { printYaml } from '../../yaml/print/print-yaml.ts'
import { lineBreakOf } from '../../yaml/scan/scan-line.ts'
import type { Item, Output } from '../resource-list.ts'

/** Prints each scalar on one line, whatever its length. */
const STABLE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }

export interface WholeList {
  readonly text: string
  readonly document: Document.Parsed
  readonly hadAliases: boolean
  readonly items: readonly Item[]
}

/** Writes a list that was parsed whole: as it was when nothing changes, else printed anew with its comments. */
export function writeWholeList({ text, document, hadAliases, items }: WholeList, output: Output): string {
  const { dropped, emitted, results } = output
  const isDropped = items.map((item) => dropped.has(item))
  const copy = document.clone()
  const root = copy.contents
  // Only a mapping is read as a list; without one there is nothing to change.
  if (!isMap(root)) return text
  const changesResults = root.has('results') || results.length > 0
  if (!hadAliases && !changesResults && emitted.length === 0 && !isDropped.includes(true)) return text
  copy.schema = PRINTING
  flattenMerges(root)
  if (emitted.length > 0 || results.length > 0) root.flow = false
  changeItems(copy, root, isDropped, emitted)
  moveEndComment(copy, root)
  if (results.length === 0) root.delete('results')
  else setMember(copy, root, 'results', results)
  return inSourceStyle(text, printChecked(copy))
}

function changeItems(copy: Document, root: YAMLMap, isDropped: readonly boolean[], emitted: Output['emitted']): void {
  const list = root.get('items', true)
  if (!isSeq(list)) {
    if (emitted.length > 0) setMember(copy, root, 'items', emitted)
    return
  }
  const added = emitted.map((item) => copy.createNode(item, { aliasDuplicateObjects: false }))
  list.items = [...list.items.filter((_, index) => isDropped[index] !== true), ...added]
  if (added.length > 0) list.flow = false
}

/** A comment behind a mapping in braces is read as the document's own once the braces are gone. */
function moveEndComment(copy: Document, root: YAMLMap): void {
  if (root.flow === true || !root.comment) return
  copy.comment = [root.comment, ...(copy.comment ? [copy.comment] : [])].join('\n')
  root.comment = null
}

/** Sets a member at its old place, or adds it at the end. */
function setMember(copy: Document, root: YAMLMap, name: string, value: unknown): void {
  const pair = copy.createPair(name, value, { aliasDuplicateObjects: false })
  if (root.has(name)) root.set(name, pair.value)
  else root.add(pair)
}

/** Comments in odd places can break what the printer makes. Then the values count more than the comments. */
function printChecked(document: Document): string {
  const value = kubernetesValue(document)
  // Comments keep the carriage returns of the source; anywhere else they are escaped.
  const printed = document.toString(STABLE).replaceAll('\r', '')
  const reread = parseYaml(printed)
  const isSame = reread.ok && JSON.stringify(reread.value) === JSON.stringify(value)
  return isSame ? printed : printYaml(value, { indentLists: true, blockScalars: true })
}

function inSourceStyle(text: string, printed: string): string {
  const lineBreak = lineBreakOf(text)
  const broken = lineBreak === '\n' ? printed : printed.replaceAll('\n', lineBreak)
  return text.startsWith('\ufeff') ? `\ufeff${broken}` : broken
}
