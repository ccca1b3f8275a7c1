import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { isJsonObject, type JsonObject } from '../../json/json.ts'
import { composeYaml } from '../../yaml/full/compose-yaml.ts'
import { kubernetesValue } from '../../yaml/full/kubernetes-scalars.ts'
import { tokenizeYaml } from '../../yaml/full/tokenize-yaml.ts'
import { ParseBudget } from '../../yaml/parse-budget.ts'
import {
  checkList,
  FIELDS,
  type Field,
  type ListFields,
  NOTHING,
  notAList,
  notAnObject,
  notYaml,
  tooManyDocuments,
} from '../check-list.ts'
import { isNeeded, parsedItem } from '../item.ts'
import type { Item, Needs, ReadOptions, ReadResult } from '../resource-list.ts'
import { nodeSlice } from './node-slice.ts'
import { writeWholeList } from './write-whole-list.ts'

/** Reads a ResourceList in any style of YAML by a full parse, which keeps comments. Every item is parsed. */
export function readWholeList(text: string, needs: Needs = () => false, { mention }: ReadOptions = {}): ReadResult {
  const budget = new ParseBudget()
  const stream = tokenizeYaml(text, budget)
  if (!stream.ok) return { ok: false, message: notYaml('the input', text, stream.problem) }
  if (stream.documents > 1) return { ok: false, message: tooManyDocuments(stream.documents) }
  const composed = composeYaml(text, stream.tokens, budget)
  if (!composed.ok) return { ok: false, message: notYaml('the input', text, composed.problem) }
  const [only] = composed.documents
  if (only === undefined) return { ok: false, message: NOTHING }
  const { document, hadAliases } = only
  const root = kubernetesValue(document)
  const { contents } = document
  if (!isJsonObject(root) || !isMap(contents)) return { ok: false, message: notAList(root) }
  const checked = checkList(text, readFields(root, contents))
  if (!checked.ok) return checked
  const nodes = itemNodes(contents)
  const source = { file: '', text }
  const items: Item[] = []
  for (const [index, value] of (Array.isArray(root.items) ? root.items : []).entries()) {
    const slice = nodeSlice(text, nodes[index])
    if (!isJsonObject(value)) return { ok: false, message: notAnObject(text, index, value, slice.start) }
    items.push(parsedItem(source, index, value, slice))
  }
  const { apiVersion, functionConfig } = checked
  return {
    ok: true,
    list: {
      apiVersion,
      functionConfig,
      items,
      needed: items.filter((item) => isNeeded(item, needs, mention)),
      write: (output) => writeWholeList({ text, document, hadAliases, items }, output),
    },
  }
}

function readFields(root: JsonObject, contents: YAMLMap): ListFields {
  const fields: { [name: string]: Field } = {}
  for (const name of FIELDS) {
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === name)
    if (pair === undefined || !isScalar(pair.key)) continue
    fields[name] = { value: root[name], offset: pair.key.range?.[0] ?? 0 }
  }
  return fields
}

function itemNodes(contents: YAMLMap): readonly unknown[] {
  const items = contents.get('items', true)
  return isSeq(items) ? items.items : []
}
