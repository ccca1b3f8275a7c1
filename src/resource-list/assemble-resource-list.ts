import type { JsonObject } from '../json/json.ts'
import { printItem, printYaml } from '../yaml/print/print-yaml.ts'
import { headerOf } from './item.ts'
import type { Item, Output, ResourceList } from './resource-list.ts'

/** A ResourceList of objects that did not come in one; an item's text is the object as a document of its own. */
export function assembleResourceList(values: readonly JsonObject[], functionConfig?: JsonObject): ResourceList {
  const apiVersion = 'config.kubernetes.io/v1'
  const items = values.map(itemOf)
  const write = ({ dropped, emitted, results }: Output): string => {
    const kept = items.filter((item) => !dropped.has(item)).map((item) => item.value())
    const list = { apiVersion, kind: 'ResourceList', items: [...kept, ...emitted], functionConfig }
    // Members that are undefined are not printed.
    const whole = results.length > 0 ? { ...list, results } : list
    return printYaml(whole, { indentLists: false, blockScalars: true })
  }
  return { apiVersion, items, needed: items, functionConfig, write }
}

function itemOf(value: JsonObject, index: number): Item {
  return {
    ...headerOf(value),
    index,
    offset: 0,
    get text() {
      return printItem(value)
    },
    value: () => value,
  }
}
