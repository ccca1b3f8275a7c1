import type { ExplainedOwnCron } from '../../explanation/own-crons.ts'
import { quote } from '../../rules/support/wording.ts'
import { at } from '../text/text-layout.ts'

/** What becomes of the DataImportCrons that no template asks for, a sentence or two for each. */
export function describeOwnCrons(crons: readonly ExplainedOwnCron[]): string[] {
  return crons.map((cron) => {
    const { namespace, name, cluster, place } = cron
    const where = cluster === undefined ? '' : ` of cluster ${quote(cluster)}`
    return `${quote(`${namespace}/${name}`)}${where}${at(place)} ${describeFate(cron)}`
  })
}

function describeFate(cron: ExplainedOwnCron): string {
  const { fate, reason = '', namespace, dataSource, image = '' } = cron
  const source = quote(`${namespace}/${dataSource}`)
  switch (fate) {
    case 'rejected':
      return `is rejected by CDI, which says ${quote(reason)}.`
    case 'unserved':
      return `imports nothing as long as ${quote(`${namespace}/${reason}`)} manages the DataSource ${source}, too: CDI serves the first of them that it sees.`
    case 'idle':
      return `imports nothing: it has no schedule and asks for no digest. The DataSource ${source} is there and empty.`
    case 'fails':
      return `imports nothing: CDI makes of ${quote(image)} an address that it can not read. The DataSource ${source} is there and empty.`
    case 'imports':
      return `imports ${describeImage(cron)} and fills the DataSource ${source}. ${describeMachine(cron)}`
  }
}

function describeImage({ image, platform }: ExplainedOwnCron): string {
  const from = image === undefined ? '' : ` of ${quote(image)}`
  return platform === undefined ? `the image${from}` : `the ${platform} image${from}`
}

function describeMachine({ architecture, storage: { size, importsToKeep, total } }: ExplainedOwnCron): string {
  const machine =
    architecture === undefined
      ? 'A VM that names it has the default architecture: no label says one.'
      : `A VM that names it becomes a VM of ${architecture}.`
  return size === undefined || total === undefined
    ? machine
    : `${machine} It asks for ${total}: ${size} for each of ${importsToKeep} imports kept.`
}
