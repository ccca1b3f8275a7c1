import type { ClusterDifference, ClusterState } from '../../explanation/difference.ts'
import { count, enumerate, quote } from '../../rules/support/wording.ts'
import { nameRelease } from '../text/release-text.ts'

/** What the cluster was and is, in a few sentences. */
export function describeState({ before, after, upgrade, storageChange, dataImportCrons }: ClusterDifference): string[] {
  return [
    ...(before ? [] : ['The cluster is new.']),
    ...(after ? [] : ['The cluster is not in the input any more; what follows holds if it goes as a whole.']),
    ...describeTrouble(before, 'Before the change'),
    ...describeTrouble(after, 'After the change'),
    ...(upgrade ? describeValue('Release', nameRelease(upgrade.from), nameRelease(upgrade.to)) : []),
    ...describeValue('Images for each architecture', switchOf(before), switchOf(after)),
    ...describeValue('Nodes for VMs', nodesOf(before), nodesOf(after)),
    ...(dataImportCrons
      ? [
          ...describeValue('DataImportCrons', cronsOf(before), cronsOf(after)),
          ...describeValue(
            'Storage asked for',
            before?.storage?.total,
            after?.storage?.total,
            describeMore(storageChange),
          ),
          ...describeUnknownStorage(after),
        ]
      : ['So what becomes of the images can not be compared.']),
  ]
}

function describeTrouble(state: ClusterState | undefined, when: string): string[] {
  if (!state) return []
  const reasons = state.refusals.map(({ path, message, value }) => {
    return `\`${path}\`: ${value === undefined ? 'it' : JSON.stringify(value)} ${message}`
  })
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
  switch (state.outcome) {
    case 'predicted':
      return []
    case 'refused':
      return [`${when}, the HyperConverged would be refused, and the cluster would stay as it is${why}.`]
    case 'nodes-unknown':
      return [
        `${when}, nothing tells which nodes the cluster has: put the Nodes beside the HyperConverged, or declare \`spec.architectures\`.`,
      ]
    case 'ssp-refused':
    case 'ssp-failed':
      return [`${when}, SSP could not work with what it is given, and would make no image at all${why}.`]
    case 'random':
      return [`${when}, several templates ask for a DataImportCron of one name, and which of them is there is random.`]
  }
}

function describeValue(title: string, before: string | undefined, after: string | undefined, more = ''): string[] {
  if (before === undefined && after === undefined) return []
  if (before === after) return [`${title}: ${after}, as before.`]
  if (before === undefined) return [`${title}: ${after}.`]
  return after === undefined ? [`${title}: ${before} before.`] : [`${title}: ${before} before, ${after} after${more}.`]
}

function switchOf(state: ClusterState | undefined): string | undefined {
  return state?.multiArch === undefined ? undefined : state.multiArch ? 'on' : 'off'
}

function nodesOf(state: ClusterState | undefined): string | undefined {
  return state?.workloadArchitectures && (enumerate(state.workloadArchitectures) || 'none')
}

function cronsOf(state: ClusterState | undefined): string | undefined {
  return state?.dataImportCrons === undefined ? undefined : String(state.dataImportCrons)
}

function describeMore(change: string | undefined): string {
  if (change === undefined || change === '0') return ''
  return change.startsWith('-') ? `, ${change.slice(1)} less` : `, ${change} more`
}

function describeUnknownStorage(after: ClusterState | undefined): string[] {
  const { unknown = [], unbounded = [] } = after?.storage ?? {}
  return [
    ...(unknown.length > 0
      ? [`Of unknown size, and not in the sum: ${count(unknown.length, 'template')}, ${enumerate(unknown.map(quote))}.`]
      : []),
    ...(unbounded.length > 0 ? [`Growing with every new version: ${enumerate(unbounded.map(quote))}.`] : []),
  ]
}

/** What the cluster is called, for a title. */
export function titleOf({ cluster, before, after }: ClusterDifference): string {
  const named = cluster === '' || cluster === '.' ? 'The cluster' : `Cluster ${quote(cluster)}`
  return before && after ? named : `${named} (${after ? 'new' : 'gone'})`
}
