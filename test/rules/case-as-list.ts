import { isJsonObject } from '../../src/json/json.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'

/** The manifests of a case as a ResourceList in block style, each item with its own text, its comments and its order. */
export function caseAsList(text: string): string {
  const read = readManifests(text, '')
  if (!read.ok) throw new Error(read.message)
  const configuration = read.items.find(({ kind }) => kind === 'GoldenImages')
  const head = ['apiVersion: config.kubernetes.io/v1', 'kind: ResourceList']
  if (configuration !== undefined) head.push('functionConfig:', indented(configuration.text))
  const items = read.items.map((item) => asEntry(item.text, isJsonObject(item.value())))
  return `${[...head, 'items:', ...items].join('\n')}\n`
}

/** An item of a List has its dash already. */
function asEntry(text: string, isObject: boolean): string {
  return isObject && !/^(?: *#.*\n)* *- /.test(text) ? `-\n${indented(text)}` : text.trimEnd()
}

/** The lines of a document, without its mark. */
function indented(text: string): string {
  return text
    .replace(/^---.*\n/m, '')
    .trimEnd()
    .replace(/^(?=.)/gm, '  ')
}
