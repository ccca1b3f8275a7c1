import type { DataSourceDifference } from '../../explanation/data-source-difference.ts'
import { groupBy } from '../../json/group-by.ts'
import type { DataSourceOutcome } from '../../prediction/data-source-outcomes.ts'
import { few, quote } from '../../rules/support/wording.ts'

/** What changes for VMs that name a DataSource; those without any image are said together. */
export function describeDataSourceChanges(differences: readonly DataSourceDifference[]): string[] {
  const appearing = differences.filter(({ before, after }) => !before && after?.kind === 'image' && after.architecture)
  const single = differences.filter((one) => !appearing.includes(one) && hasImage(one))
  const groups = groupBy(
    differences.filter((one) => !hasImage(one)),
    ({ before, after }) => `${describe(before, '')} before, ${describe(after, '')} after`,
  )
  return [
    ...single.map(describeOne),
    ...(appearing.length > 0
      ? [`New, each with the image of the architecture in its name: ${describeNames(appearing)}.`]
      : []),
    ...[...groups].map(([key, group]) => `Without any image here: ${describeNames(group)}: ${key}.${advise(group)}`),
  ]
}

function hasImage({ before, after }: DataSourceDifference): boolean {
  return before?.cron !== undefined || after?.cron !== undefined
}

/** `in "a": "b", "c" and "d"` */
function describeNames(differences: readonly DataSourceDifference[]): string {
  const byNamespace = groupBy(differences, ({ namespace }) => namespace)
  return [...byNamespace]
    .map(
      ([namespace, group]) =>
        `in ${quote(namespace)} ${few(
          group.map(({ name }) => name),
          20,
        )}`,
    )
    .join('; ')
}

function describeOne({ namespace, name, before, after, retained }: DataSourceDifference): string {
  const subject = quote(`${namespace}/${name}`)
  if (retained) {
    return `${subject}: ${describe(before, name)} before. It stays as it is, and nothing fills it any more, because \`retentionPolicy\` is not "None".`
  }
  return `${subject}: ${describe(before, name)} before, ${describe(after, name)} after. ${consequence(after)}`
}

/** With an empty name, the same words for every DataSource of that kind. */
function describe(dataSource: DataSourceOutcome | undefined, name: string): string {
  if (!dataSource) return 'not there'
  const { kind, architecture, pointsTo, cron, namespace } = dataSource
  if (kind === 'volume') return name === '' ? 'a volume of the same name' : 'empty'
  if (kind === 'image') return architecture ? `the ${architecture} image` : 'an image without an architecture label'
  const target = name === '' ? `the same name with "-${architecture}"` : quote(`${namespace}/${pointsTo}`)
  return cron === undefined ? `leading to ${target}, which has no image,` : `leading to ${target}`
}

function consequence(after: DataSourceOutcome | undefined): string {
  if (!after) return 'A VM that names it can not be made any more.'
  if (after.cron === undefined) return 'A VM that names it finds no image.'
  return after.architecture
    ? `A VM that names it becomes a VM of ${after.architecture}.`
    : 'A VM that names it has the default architecture, whatever the image has.'
}

/** Somebody may have put a volume there (ssp-operator, internal/operands/data-sources/reconcile.go, handleDefaultDataSource). */
function advise(group: readonly DataSourceDifference[]): string {
  const moved = group.some(({ before, after }) => before?.kind === 'volume' && after?.kind === 'pointer')
  return moved
    ? ' A volume that somebody put there under that name goes on working: SSP lets the DataSource of the default architecture lead to it.'
    : ''
}
