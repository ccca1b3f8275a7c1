import type { ClusterExplanation } from '../../explanation/explain.ts'
import type { FindingSummary } from '../../explanation/finding-summary.ts'
import type { ExplainedOwnCron } from '../../explanation/own-crons.ts'
import type { ExplainedRefusal } from '../../explanation/refusals.ts'
import { count, few, quote } from '../../rules/support/wording.ts'
import { type Basis, describeBasis } from '../findings/basis.ts'
import { printable } from '../text/printable.ts'
import { tellProductSet, tellRelease } from '../text/release-text.ts'
import { at, indented } from '../text/text-layout.ts'
import { printImage } from './explanation-image-text.ts'
import { printMachines } from './explanation-machines-text.ts'
import { describeNodes } from './explanation-nodes-text.ts'
import { describeOwnCrons } from './own-crons-text.ts'

const PREFACE = [
  'A golden image is a disk image that VMs boot from. Where it comes from is said by a template: some ship with KubeVirt ("common"), others are in the list of the HyperConverged. Three operators turn templates into images: HCO chooses the templates, SSP makes a DataImportCron of each, or one for each architecture, and CDI imports what these name into volumes. A VM asks for a DataSource, which leads to the newest volume.',
  'On OpenShift and OKD the operators do all this. On plain Kubernetes nobody does: what `golden-images render` prints must be applied there.',
]

interface PrintOptions {
  /** About the input as a whole. */
  readonly findings?: readonly FindingSummary[]
  /** Somebody asked for one image: what concerns the whole cluster is left out. */
  readonly selected?: boolean
  readonly basis?: Basis
  /** DataImportCrons that no template asks for. */
  readonly own?: readonly ExplainedOwnCron[]
}

/** Why each image of each cluster is there, changed, or gone, for people who have never seen the feature. */
export function printExplanation(
  clusters: readonly ClusterExplanation[],
  { findings = [], selected = false, basis = {}, own = [] }: PrintOptions = {},
): string {
  const { releases: _told, configurations = [], ...others } = basis
  const closing = [...describeBasis({ configurations }, Number.POSITIVE_INFINITY), ...describeBasis(others)]
  const lines = [
    ...indented(PREFACE, 0),
    ...clusters.flatMap((cluster) => ['', ...printCluster(cluster, selected)]),
    ...section('DataImportCrons of your own', describeOwnCrons(own)),
    ...section('Besides', findings.map(describeFinding)),
    ...(closing.length > 0 ? ['', ...closing] : []),
  ]
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function printCluster(cluster: ClusterExplanation, selected: boolean): string[] {
  const { hyperConverged, hyperconvergedVersion } = cluster
  const place =
    hyperConverged.file === undefined ? undefined : { line: 1, column: 1, ...hyperConverged, file: hyperConverged.file }
  const what = `HyperConverged ${quote(hyperConverged.name)} in namespace ${quote(hyperConverged.namespace)}${at(place)}, with HCO ${hyperconvergedVersion}`
  const named = cluster.cluster !== '' && cluster.cluster !== '.'
  const title = named ? `Cluster ${quote(cluster.cluster)}: ${what}` : what
  return [
    printable(title),
    '='.repeat(Math.min(printable(title).length, 110)),
    ...indented(tellBasics(cluster), 0),
    ...(cluster.outcome === 'refused' ? printRefused(cluster) : printSections(cluster, selected)),
  ]
}

/** What all that follows holds for. */
function tellBasics({ release, assumedWhole }: ClusterExplanation): string[] {
  return [
    `Release: ${tellRelease(release)}.`,
    ...tellProductSet(release).map((set) => `Common templates: ${set}.`),
    ...(assumedWhole ? [ASSUMED_WHOLE] : []),
  ]
}

const ASSUMED_WHOLE =
  'Assumed: what is written is the whole HyperConverged. If it is a patch, which Argo CD or a policy merges into the object on the cluster, what that has besides, as templates of its own, is not known here.'

function printRefused({ refusals }: ClusterExplanation): string[] {
  return [
    ...section('Refused', [
      'The cluster would not take this HyperConverged, or its operator would fail on it for ever. Nothing would change there until this is mended:',
    ]),
    ...indented(refusals.map(describeRefusal), 4),
  ]
}

function printSections(cluster: ClusterExplanation, selected: boolean): string[] {
  const { images = [], outcome } = cluster
  const made = images.filter(({ dataImportCrons }) => dataImportCrons.some(({ fate }) => fate === 'made')).length
  const summary =
    outcome === 'nodes-unknown'
      ? 'what is known of them'
      : `of ${count(images.length, 'template')}, ${made} ${made === 1 ? 'leads' : 'lead'} to an image`
  return [
    ...section('Nodes: where can VMs run?', describeNodes(cluster)),
    ...section('Switch: one image, or one for each architecture?', describeSwitch(cluster)),
    ...printStop(cluster),
    ...(images.length > 0 ? ['', selected ? 'Image' : `Images: ${summary}`] : []),
    ...images.flatMap((image) => ['', ...printImage(image, cluster)]),
    ...printMachines(cluster, selected),
    ...section('Other names', describeOthers(cluster)),
    ...(selected ? [] : printSummary(cluster)),
  ]
}

function printSummary(cluster: ClusterExplanation): string[] {
  return [
    ...section('Storage', describeStorage(cluster)),
    ...section('Alerts', describeAlerts(cluster)),
    ...section('Besides', describeFindings(cluster)),
  ]
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : ['', title, ...indented(sentences, 2)]
}

function describeSwitch({ multiArchSwitch, nodeInfo, defaultArchitecture }: ClusterExplanation): string[] {
  if (!multiArchSwitch) return []
  const { enabled, decidedBy, path, place } = multiArchSwitch
  const where = `\`${path}\`${at(place)}`
  if (enabled) {
    return [
      `On, by ${where}: an image is made for each architecture that both the template and the nodes for VMs have.`,
      'Each of these has a DataSource with the architecture in its name and in its label `template.kubevirt.io/architecture`; a VM that names it takes that architecture.',
      describeOrder(defaultArchitecture?.dataSourceOrder ?? []),
    ]
  }
  const mixed = (nodeInfo?.workloadsArchitectures.length ?? 0) > 1
  const off =
    decidedBy === 'unknown-field'
      ? `Off: ${where} is set, but this release does not know the field and drops it.`
      : decidedBy === 'nothing'
        ? `Off, because nothing turns it on: ${where} would.`
        : `Off, by ${where}.`
  return [
    `${off} One image is made of each template.`,
    ...(mixed
      ? [
          'Nodes for VMs have several architectures, so the image is of whichever node happens to import it, and VMs may not boot.',
        ]
      : []),
  ]
}

function describeOrder(order: readonly string[]): string {
  const name = 'The name without an architecture leads to one of them'
  if (order.length < 2) return `${name}.`
  return `${name}: to the first of ${order.join(', ')} (those of the control plane come first) that is left of the template's annotation. A name that common VM templates use, as "fedora", leads to the first one that these support, whether there is an image or not.`
}

function printStop({ outcome, refusals, nameClashes = [] }: ClusterExplanation): string[] {
  const what = {
    'ssp-refused': 'SSP would refuse what HCO hands to it as a whole, so that no image at all is made:',
    'ssp-failed': 'SSP would fail on what HCO hands to it, so that no image at all is made:',
  }
  if (outcome === 'random') {
    const names = nameClashes.map((name) => quote(name))
    return section('Random', [
      `Several templates ask for a DataImportCron of one name: ${names.join(', ')}. Which of them is there is random, and changes for ever.`,
    ])
  }
  if (outcome !== 'ssp-refused' && outcome !== 'ssp-failed') return []
  return [...section('No image', [what[outcome]]), ...indented(refusals.map(describeRefusal), 4)]
}

function describeRefusal({ path, message, value, place, rule, node }: ExplainedRefusal): string {
  const subject = value === undefined ? 'it' : JSON.stringify(value)
  const more = `See \`golden-images explain ${rule}\`.`
  if (node !== undefined)
    return `${subject}, the architecture of the node ${quote(node)}${at(place)}, ${message}. ${more}`
  return `\`${path}\`${at(place)}: ${subject} ${message}. ${more}`
}

function describeOthers({ otherDataSources = [], goldenImagesNamespace }: ClusterExplanation): string[] {
  const pointers = otherDataSources.filter(({ kind }) => kind === 'pointer')
  const names = (pointers.length > 0 ? pointers : otherDataSources).map(({ name }) => name)
  if (names.length === 0) return []
  const leads =
    pointers.length > 0
      ? ` Each leads to the same name with an architecture, such as ${quote(pointers[0]?.pointsTo ?? '')}.`
      : ''
  return [
    `SSP makes DataSources for the VM templates that it ships, too: ${few(names, 20)}.${leads} No image is made for them: whoever wants one puts a volume of that name into the namespace ${quote(goldenImagesNamespace)}.`,
  ]
}

function describeStorage({ storage }: ClusterExplanation): string[] {
  if (!storage) return []
  const { total, unknown, unbounded, undecided } = storage
  return [
    `The images ask for ${total} in all.`,
    ...(unknown.length > 0 ? [`Not in the sum, because their size is unknown: ${few(unknown)}.`] : []),
    ...(undecided.length > 0 ? [`Not in the sum, because it is random what is made of them: ${few(undecided)}.`] : []),
    ...(unbounded.length > 0 ? [`Growing with every new version: ${few(unbounded)}.`] : []),
  ]
}

function describeAlerts({ alerts = [] }: ClusterExplanation): string[] {
  return alerts.map(({ alert, labels }) => {
    const template = labels.data_import_cron_name
    return `${alert} fires${template === undefined ? '' : ` for ${quote(template)}`}. See \`golden-images explain ${alert}\`.`
  })
}

/** What nothing above has said already. */
function describeFindings({ findings, refusals, alerts = [] }: ClusterExplanation): string[] {
  const said = new Set<string>([...refusals.map(({ rule }) => rule), ...alerts.map(({ alert }) => alert)])
  return findings.filter(({ rule, severity }) => severity !== 'info' && !said.has(rule)).map(describeFinding)
}

function describeFinding({ severity, rule, message }: FindingSummary): string {
  return `${severity} ${rule}: ${message}`
}
