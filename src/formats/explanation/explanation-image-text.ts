import type { ExplainedCron } from '../../explanation/crons.ts'
import type { ClusterExplanation } from '../../explanation/explain.ts'
import type { ImageExplanation, PlacedChange } from '../../explanation/image.ts'
import type { ImageStorage } from '../../explanation/storage.ts'
import type { DataSourceOutcome } from '../../prediction/data-source-outcomes.ts'
import { count, enumerate, quote } from '../../rules/support/wording.ts'
import { printable } from '../text/printable.ts'
import { at, labelled } from '../text/text-layout.ts'
import { describeArchitectures } from './explanation-architectures-text.ts'
import { describeBooting } from './explanation-machines-text.ts'

/** One image from its template to the VMs that ask for it, as indented lines. */
export function printImage(image: ImageExplanation, cluster: ClusterExplanation): string[] {
  const { image: source, storage } = image
  const multiArch = cluster.multiArchSwitch?.enabled ?? false
  const workload = cluster.nodeInfo?.workloadsArchitectures
  const field = (label: string, sentences: readonly string[]) => labelled(label, sentences, 4)
  return [
    `  ${printable(headline(image, cluster))}`,
    ...field('Template', describeTemplate(image, cluster)),
    ...field('Image', source === undefined ? [] : [source]),
    ...field('Architectures', describeArchitectures(image, multiArch, workload)),
    ...field('Imports', describeCrons(image, cluster)),
    ...field('For VMs', describeDataSources(image, workload)),
    ...field('Its VMs', describeBooting(image, cluster)),
    ...field('Storage', storage ? describeStorage(storage) : []),
    ...field('Findings', describeFindings(image)),
  ]
}

function headline({ template, dataImportCrons, fate }: ImageExplanation, { nodeInfo }: ClusterExplanation): string {
  const name = template === '' ? 'A template without a name' : quote(template)
  const isOut = fate === 'disabled' || fate === 'vanished' || fate === 'switched-off'
  if (!nodeInfo && !isOut) return `${name}: depends on the nodes`
  const made = dataImportCrons.filter((cron) => cron.fate === 'made')
  const architectures = made.flatMap(({ architecture }) => architecture ?? [])
  if (dataImportCrons.some((cron) => cron.fate === 'clash')) return `${name}: an image or none, at random`
  if (made.length === 0) return `${name}: no image`
  if (architectures.length === 0) return `${name}: one image`
  return `${name}: ${architectures.length === 1 ? 'an image' : 'images'} for ${enumerate(architectures)}`
}

function describeTemplate(image: ImageExplanation, { commonTemplates, commonImages }: ClusterExplanation): string[] {
  const { fate, place, hasCommonName, changes, labelsIgnored } = image
  const off = `common templates are off, by \`${commonImages?.path}\`${at(commonImages?.place)}`
  switch (fate) {
    case 'common':
      return [
        commonTemplates === 'upstream' || commonTemplates === 'openshift-virtualization'
          ? 'common: it ships with the operator, and the HyperConverged does not mention it.'
          : `common: it is one of this cluster's own common templates${at(place)}, and the HyperConverged's list does not mention it.`,
      ]
    case 'customised':
      return [
        `customised: it is a common template, and an entry of its name in the HyperConverged${at(place)} replaces its \`spec\`. ${changes.length === 0 ? 'Nothing differs.' : 'What differs:'}`,
        ...changes.map(describeChange),
        ...(labelsIgnored ? ["The entry's labels do not count: the common template's stay."] : []),
      ]
    case 'custom':
      return [`custom: the HyperConverged brings it${at(place)}.`]
    case 'disabled':
      return [
        `disabled: its annotation \`dataimportcrontemplate.kubevirt.io/enable\` is "false"${at(place)}.${hasCommonName ? ' Without this entry the common template of that name would be used.' : ''}`,
      ]
    case 'vanished':
      return [
        `vanished: it has the name of a common template${at(place)}, and ${off}. So HCO takes it neither as common nor as custom, and says nothing.`,
      ]
    case 'switched-off':
      return [`not used: it is a common template, and ${off}.`]
  }
}

function describeChange({ path, from, to, place }: PlacedChange): string {
  const key = `  \`${path}\``
  if (to === undefined) return `${key}: ${JSON.stringify(from)} is gone`
  if (from === undefined) return `${key}: ${JSON.stringify(to)} is added${at(place)}`
  return `${key}: ${JSON.stringify(to)} instead of ${JSON.stringify(from)}${at(place)}`
}

function describeCrons(
  { dataImportCrons }: ImageExplanation,
  { goldenImagesNamespace, nodeInfo }: ClusterExplanation,
): string[] {
  const mixed = (nodeInfo?.workloadsArchitectures.length ?? 0) > 1
  return dataImportCrons.map((cron) => {
    const elsewhere = cron.namespace === goldenImagesNamespace ? '' : ` in namespace ${quote(cron.namespace)}`
    return `DataImportCron ${quote(cron.name)}${elsewhere} ${describeOutcome(cron, mixed)}`
  })
}

function describeOutcome(cron: ExplainedCron, mixed: boolean): string {
  const { fate, architecture, namespace, dataSource, message, by } = cron
  const source = quote(`${namespace}/${dataSource}`)
  switch (fate) {
    case 'made':
      return `imports ${architecture ? `the ${architecture} image` : mixed ? 'the image, of no chosen architecture,' : 'the image'} and fills the DataSource ${source}.`
    case 'rejected':
      return `is rejected by CDI, which says ${quote(message ?? '')}. SSP then stops halfway, so that other images can be missing as well.`
    case 'replaced':
      return `is never made: ${quote(by ?? '')} fills the same DataSource ${source} and silently replaces it.`
    case 'dropped':
      return `is never made: the DataSource ${source} must lead to ${quote(by ?? '')}, so nothing may fill it.`
    case 'clash':
      return `may or may not be this one: another template wants the same name, and which of them wins is random.`
  }
}

function describeDataSources({ dataSources }: ImageExplanation, workload: readonly string[] = []): string[] {
  return dataSources.map((dataSource) => describeDataSource(dataSource, workload))
}

function describeDataSource(
  { namespace, name, kind, pointsTo, architecture, cron }: DataSourceOutcome,
  workload: readonly string[],
): string {
  const subject = quote(`${namespace}/${name}`)
  const target = quote(`${namespace}/${pointsTo}`)
  const named = `A VM that names the DataSource ${subject}`
  const nowhere = architecture !== undefined && !workload.includes(architecture) ? ', for which there is no node' : ''
  if (kind === 'pointer') {
    return cron === undefined
      ? `${named} is led to ${target}, and no image is made for that.`
      : `${named} is led to ${target}, and becomes a VM of ${architecture}${nowhere}.`
  }
  if (kind === 'volume') return `The DataSource ${subject} is there, and no image is made for it.`
  return architecture === undefined
    ? `${named} gets this image; no label says its architecture, so the VM has the default one.`
    : `${named} becomes a VM of ${architecture}${nowhere}.`
}

function describeStorage(storage: ImageStorage): string[] {
  const { size, dataImportCrons, importsToKeep, keepsByDefault, unbounded, total } = storage
  const kept = `${count(importsToKeep, 'import')} kept${keepsByDefault ? ' (nobody says how many, so CDI keeps that)' : ''}`
  const product = `${count(dataImportCrons, 'DataImportCron')} x ${kept}`
  return [
    total === undefined
      ? `unknown: the template does not say a size, so each copy is as large as its source; ${product}`
      : `${total}: ${size} x ${product}`,
    ...(unbounded ? ['It grows with every new version: `garbageCollect: Never` deletes no old import.'] : []),
  ]
}

function describeFindings({ findings }: ImageExplanation): string[] {
  const rules = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`)
  return rules.length === 0 ? [] : [`${rules.join(', ')}. To read about one: \`golden-images explain RULE\`.`]
}
