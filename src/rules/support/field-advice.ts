import { DATA_IMPORT_CRON_FIELDS } from '../../cluster/data-import-cron-fields.ts'
import { nearestWords } from '../../words/nearest.ts'
import { quote } from './wording.ts'

/** What somebody likely meant by a field that the CRD of a DataImportCron does not know; undefined when nothing is near. */
export function adviseField(path: string, isThere: (path: string) => boolean): string | undefined {
  const dot = path.lastIndexOf('.')
  const [place, name] = [path.slice(0, dot), path.slice(dot + 1)]
  const [near] = nearestWords(name, DATA_IMPORT_CRON_FIELDS.get(place) ?? [], 1)
  if (near !== undefined) return `did you mean ${quote(near)}?`
  const elsewhere = [...DATA_IMPORT_CRON_FIELDS].flatMap(([other, names]) => (names.includes(name) ? [other] : []))
  const right = elsewhere.find(isThere) ?? elsewhere[0]
  return right === undefined ? undefined : `its place is \`${right}.${name}\``
}
