import type { JsonObject } from '../json/json.ts'
import { printYaml } from '../yaml/print/print-yaml.ts'
import type { Item, Output, ResourceList } from './resource-list.ts'

/** A ResourceList of items that did not come in one; `toValue` gives what is printed of each. */
export function assembleResourceList(
  items: readonly Item[],
  functionConfig?: JsonObject,
  toValue = (item: Item): JsonObject => item.value(),
): ResourceList {
  const apiVersion = 'config.kubernetes.io/v1'
  const write = ({ dropped, emitted, results }: Output): string => {
    const kept = items.filter((item) => !dropped.has(item)).map(toValue)
    const list = { apiVersion, kind: 'ResourceList', items: [...kept, ...emitted], functionConfig }
    // Members that are undefined are not printed.
    const whole = results.length > 0 ? { ...list, results } : list
    return printYaml(whole, { indentLists: false, blockScalars: true })
  }
  return { apiVersion, items, needed: items, functionConfig, write }
}
