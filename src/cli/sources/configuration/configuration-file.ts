import { OWN_GROUP, roleOf } from '../../../cluster/kinds.ts'
import type { ConfigurationProblem } from '../../../config/configuration-problem.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'

/** The object that is a configuration; undefined for the text of another manifest, which can have any name. */
export type ConfigurationInText =
  | { readonly ok: true; readonly item: Item }
  | { readonly ok: false; readonly problem: ConfigurationProblem }
  | undefined

/** Looks for the one GoldenImages of a text that was found. */
export function findConfigurationIn(text: string, file: string): ConfigurationInText {
  const read = readManifests(text, file)
  if (!read.ok) return text.includes('GoldenImages') ? refuse(read.message) : undefined
  const meant = read.items.filter(isMeant)
  const [only, ...others] = meant
  if (others.length > 0) return refuse('must hold one GoldenImages', file, meant.length)
  return only && { ok: true, item: only }
}

/** The configuration of a text that was named for one: its only object, else its only GoldenImages. */
export function readConfigurationIn(text: string, file: string): Exclude<ConfigurationInText, undefined> {
  const read = readManifests(text, file)
  if (!read.ok) return refuse(read.message)
  const meant = read.items.length > 1 ? read.items.filter(isMeant) : read.items
  const [only, ...others] = meant
  return only && others.length === 0
    ? { ok: true, item: only }
    : refuse('must hold one GoldenImages', file, meant.length)
}

/** One that is ours, though its version or kind may be written otherwise. */
function isMeant(item: Item): boolean {
  const { apiVersion, kind } = item
  if (apiVersion === undefined) return kind === 'GoldenImages'
  const isOurs = apiVersion.split('/', 1)[0] === OWN_GROUP
  return isOurs && (kind === 'GoldenImages' || roleOf(item) === undefined)
}

function refuse(message: string, file?: string, count?: number): { ok: false; problem: ConfigurationProblem } {
  if (file === undefined) return { ok: false, problem: { path: '', message } }
  return { ok: false, problem: { path: '', message: `${message}, and holds ${count}`, file } }
}
