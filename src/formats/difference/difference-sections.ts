/** What a difference has to say, in sentences; each format lays them out in its own way. */
import type { Change } from '../../explanation/changes.ts'
import type {
  ChangedCron,
  CronReference,
  RandomCron,
  RemovedCron,
  ReplacedCron,
} from '../../explanation/cron-difference.ts'
import type { ClusterDifference, ClusterState } from '../../explanation/difference.ts'
import type { FindingDifference } from '../../explanation/finding-difference.ts'
import type { FindingSummary } from '../../explanation/finding-summary.ts'
import { quote } from '../../rules/support/wording.ts'
import { describeDataSourceChanges } from './difference-data-sources.ts'
import { describeMachines } from './difference-machines.ts'
import { describeUpgrade } from './difference-upgrade.ts'

interface Entry {
  readonly text: string
  readonly details: readonly string[]
}

export interface Section {
  readonly title: string
  /** What the title means to who sees this for the first time. */
  readonly remark?: string
  readonly entries: readonly Entry[]
}

/** What changes on a cluster, in lists; empty ones are left out. */
export function describeSections({
  dataImportCrons,
  dataSources = [],
  virtualMachines,
  lostFields = [],
  findings,
  before,
  after,
  upgrade,
}: ClusterDifference): Section[] {
  const { created = [], removed = [], replaced = [], random = [], updated = [] } = dataImportCrons ?? {}
  const sections: Section[] = [
    {
      title: `Gone from the spec (${lostFields.length})`,
      remark:
        "The spec holds nothing but templates now, which may be the trace of OpenShift's console: from 4.16 to 4.21 it replaces the whole spec when one image is switched there. What is gone has its default again.",
      entries: lostFields.map(({ path, value }) => plain(`\`${path}\`: ${JSON.stringify(value)}`)),
    },
    { title: 'What the release changes', entries: upgrade ? describeUpgrade(upgrade).map(plain) : [] },
    {
      title: `Created (${created.length})`,
      remark:
        'Each imports its image, unless a volume of its DataSource and of the same digest is there: CDI takes that one.',
      entries: created.map(describeCreated),
    },
    {
      title: `Removed (${removed.length})`,
      remark: 'What they imported is deleted with them where their `retentionPolicy` is "None", and stays otherwise.',
      entries: removed.map(describeRemoved),
    },
    {
      title: `Replaced (${replaced.length})`,
      remark: 'The spec of a DataImportCron can not be changed: it is deleted and made again.',
      entries: replaced.map(describeReplaced),
    },
    {
      title: `Random (${random.length})`,
      remark: 'Several templates lead to one name, and which of them wins is random: they replace each other for ever.',
      entries: random.map(describeRandom),
    },
    {
      title: `Updated (${updated.length})`,
      remark: 'Only labels and annotations change: nothing is imported.',
      entries: updated.map(describeChanged),
    },
    {
      title: `DataSources that change for VMs (${dataSources.length})`,
      remark: describeLabels(before, after),
      // Where a cluster comes or goes as a whole, nothing changes its meaning.
      entries: before && after ? describeDataSourceChanges(dataSources).map(plain) : [],
    },
    ...(virtualMachines ? describeMachines(virtualMachines) : []),
    ...describeFindings(findings),
  ]
  return sections.filter(({ entries }) => entries.length > 0)
}

/** What was found on one side alone, and why: a finding that does not count any more is not fixed by that. */
export function describeFindings(findings: FindingDifference): Section[] {
  const { noLongerIgnored, switchedOn, severityChanged, ignored, switchedOff, fixed } = findings
  const sections: Section[] = [
    { title: `New findings (${findings.new.length})`, entries: findings.new.map(describeFinding) },
    { title: `Findings no longer ignored (${noLongerIgnored.length})`, entries: noLongerIgnored.map(describeFinding) },
    {
      title: `Findings switched on (${switchedOn.length})`,
      remark: 'Their rules were off before.',
      entries: switchedOn.map(describeFinding),
    },
    {
      title: `Findings of another severity (${severityChanged.length})`,
      entries: severityChanged.map((finding) => plain(`${nameFinding(finding)}: ${finding.before} before`)),
    },
    {
      title: `Ignored findings (${ignored.length})`,
      remark: 'They are still there, and do not count any more.',
      entries: ignored.map((finding) => plain(`${nameFinding(finding)}, for the reason ${quote(finding.reason)}`)),
    },
    {
      title: `Findings switched off (${switchedOff.length})`,
      remark: 'They are still there: the configuration turns their rules off.',
      entries: switchedOff.map(nameFinding).map(plain),
    },
    { title: `Fixed findings (${fixed.length})`, entries: fixed.map(nameFinding).map(plain) },
  ]
  return sections.filter(({ entries }) => entries.length > 0)
}

function plain(text: string): Entry {
  return { text, details: [] }
}

function describeCreated(cron: CronReference): Entry {
  const { architecture, image, dataSource, namespace } = cron
  const what = architecture ? `the ${architecture} image` : 'the image'
  const from = image === undefined ? '' : ` of ${quote(image)}`
  return plain(
    `${nameOf(cron)} imports ${what}${from} and fills the DataSource ${quote(`${namespace}/${dataSource}`)}.`,
  )
}

function describeRemoved(cron: RemovedCron): Entry {
  return plain(
    cron.keepsVolumes
      ? `${nameOf(cron)}: its volumes stay, and go on taking storage.`
      : `${nameOf(cron)}: its volumes are deleted.`,
  )
}

function describeRandom(cron: RandomCron): Entry {
  const wanted = `${nameOf(cron)} is wanted by ${cron.after === 1 ? 'one template' : `${cron.after} templates`}`
  const isSame = cron.before === cron.after
  return plain(
    isSame ? `${wanted}, as before, and what they ask for changes.` : `${wanted}, and by ${cron.before} before.`,
  )
}

function describeChanged(cron: ChangedCron): Entry {
  return { text: nameOf(cron), details: cron.changes.map(describeChange) }
}

function describeReplaced(cron: ReplacedCron): Entry {
  const { text, details } = describeChanged(cron)
  return {
    text: `${text}: ${
      cron.takesVolumes
        ? 'CDI takes the volume that is there as long as the digest is the same, so that another size or storage class has no effect until then.'
        : 'its volumes are not taken over, and the image is imported again.'
    }`,
    details,
  }
}

function describeChange({ path, from, to }: Change): string {
  if (to === undefined) return `\`${path}\`: ${JSON.stringify(from)} is gone`
  if (from === undefined) return `\`${path}\`: ${JSON.stringify(to)} is added`
  return `\`${path}\`: ${JSON.stringify(to)} instead of ${JSON.stringify(from)}`
}

function nameOf({ namespace, name }: Pick<CronReference, 'namespace' | 'name'>): string {
  return quote(`${namespace}/${name}`)
}

function describeLabels(before: ClusterState | undefined, after: ClusterState | undefined): string {
  if (after?.multiArch) {
    return 'Each DataSource with an architecture in its name has the label `template.kubevirt.io/architecture`: a VM that names it, or a name that leads to it, takes that architecture and runs on nodes of it alone.'
  }
  return before?.multiArch
    ? 'No DataSource has the label `template.kubevirt.io/architecture` any more: a VM takes the default architecture, whatever the image has.'
    : 'A VM names a DataSource to boot from its image.'
}

function describeFinding(finding: FindingSummary): Entry {
  return plain(`${nameFinding(finding)}: ${finding.message}`)
}

/** What a finding advised does not matter any more once it is fixed. */
function nameFinding({ severity, rule, template }: FindingSummary): string {
  return `${severity} ${rule}${template === undefined ? '' : ` for ${quote(template)}`}`
}
