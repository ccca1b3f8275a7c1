import { type ObjectName, objectKey } from '../../cluster/data-source.ts'
import type { DataSources, ResolvedDataSource } from '../../operators/cdi/data-source.ts'
import type { SourceFailure } from '../../operators/kubevirt/data-volumes.ts'
import type { MachinePrediction } from '../../prediction/machines/machine-prediction.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import { type AdmittedOutcome, type MachineFault, nameOf } from './machines.ts'
import { few, quote } from './wording.ts'

interface Lacking {
  readonly index: number
  readonly failure: SourceFailure | 'volume-missing'
}

/** Why the disk of a virtual machine is never made. */
export function faultWithoutImage({
  goldenImagesNamespace,
}: ClusterPrediction): (prediction: MachinePrediction) => MachineFault | undefined {
  return ({ outcome, surroundings: { dataSources } }) => {
    const lacking = outcome.kind === 'admitted' ? findLacking(outcome) : undefined
    if (!lacking || outcome.kind !== 'admitted') return undefined
    const { index, failure } = lacking
    const reference = outcome.machine.dataVolumeTemplates[index]?.sourceRef
    const { chain = [], dataSource } = outcome.defaults.dataVolumes[index] ?? {}
    const [first] = chain
    if (!reference || !first) return undefined
    const at = `spec.dataVolumeTemplates[${index}].spec.sourceRef`
    switch (failure) {
      case 'kind-unknown':
        return {
          key: `${failure}\n${reference.kind}`,
          path: `${at}.kind`,
          currentValue: reference.kind,
          proposedValue: 'DataSource',
          message: `KubeVirt knows the kind "DataSource" alone, spelled so, and not ${quote(reference.kind)}: the disk is never made; write that`,
        }
      case 'namespace-empty':
        return {
          key: failure,
          path: `${at}.namespace`,
          currentValue: '',
          message: `the namespace of the DataSource ${quote(reference.name)} is empty, and KubeVirt finds nothing there; name its namespace, or leave the field out to mean that of the virtual machine`,
        }
      case 'data-source-missing': {
        const known = [...dataSources.values()].filter(({ namespace }) => namespace === first.namespace)
        // Of a namespace that nothing here fills another repository may know more.
        const isOurs = known.length > 0 || first.namespace === goldenImagesNamespace
        return {
          key: `${failure}\n${nameOf(first)}`,
          path: `${at}.name`,
          currentValue: reference.name,
          ...(!isOurs && { severity: 'warning' }),
          message: `nothing here makes the DataSource ${nameOf(first)}, from which the disk of this virtual machine is made; ${suggest(first, known, goldenImagesNamespace)}`,
        }
      }
      default: {
        const last = chain.at(-1) ?? first
        // The names of VM templates are there for volumes that people put there themselves.
        const isForVolumes = isLeftToPeople(last, dataSources)
        const advice = isForVolumes ? `; only a volume ${quote(last.name)} that somebody put there would be one` : ''
        return {
          key: `${failure}\n${nameOf(first)}`,
          path: `${at}.name`,
          currentValue: reference.name,
          ...(isForVolumes && { severity: 'warning' }),
          message: `the DataSource ${nameOf(first)} has no image for the disk of this virtual machine: ${whyNotReady(first, last, dataSource, dataSources.get(objectKey(first)))}${advice}`,
        }
      }
    }
  }
}

/** SSP makes it for a volume of its name, and no variant of it is imported. */
function isLeftToPeople(last: ObjectName, dataSources: DataSources): boolean {
  const source = dataSources.get(objectKey(last))?.source
  if (source?.kind !== 'pvc' || source.name !== last.name) return false
  const base = baseOf(last.name)
  return ![...dataSources.values()].some(
    ({ namespace, name, labels }) =>
      namespace === last.namespace && baseOf(name) === base && labels.has('cdi.kubevirt.io/dataImportCron'),
  )
}

function baseOf(name: string): string {
  return name.replace(/-(amd64|arm64|s390x)$/, '')
}

/** The template at which virt-controller fails, or one whose volume nobody has made. */
function findLacking({ start, defaults, sources }: AdmittedOutcome): Lacking | undefined {
  if (start?.kind === 'failure') {
    const { failure, dataVolume } = start
    if (failure === 'preference-missing' || failure === 'instancetype-missing') return undefined
    return { index: dataVolume ?? 0, failure }
  }
  const index = defaults.dataVolumes.findIndex(
    ({ dataSource, chain }, place) => chain.length === 1 && dataSource?.reason === 'NotFound' && sources[place]?.ok,
  )
  return index < 0 ? undefined : { index, failure: 'volume-missing' }
}

function suggest(
  { namespace, name }: ObjectName,
  known: readonly ResolvedDataSource[],
  goldenImagesNamespace: string,
): string {
  const base = baseOf(name)
  const related = known.map((one) => one.name).filter((other) => other === base || other.startsWith(`${base}-`))
  if (related.length > 0) return `name ${few(related)}, or have a template make it`
  if (known.length === 0 && namespace !== goldenImagesNamespace) {
    return `the images of this cluster are in the namespace ${quote(goldenImagesNamespace)}: name that, or see to it that the DataSource is there`
  }
  return 'correct its name, or have a template make it'
}

function whyNotReady(
  first: ObjectName,
  last: ObjectName,
  dataSource: ResolvedDataSource | undefined,
  named: ResolvedDataSource | undefined,
): string {
  switch (named?.reason) {
    case 'SelfReference':
      return 'it points to itself; let it point to one with an image'
    case 'CrossNamespaceReference':
      return `it points to ${nameOf(last)}, and CDI follows no pointer into another namespace; name that DataSource itself`
    case 'MaxReferenceDepthReached':
      return `it leads to ${nameOf(last)} by more than one pointer, and CDI follows one alone; name that DataSource itself`
    default:
      if (last === first) return 'no DataImportCron fills it; let one do so, or name another DataSource'
      return dataSource === undefined
        ? `it points to ${nameOf(last)}, which nothing here makes; name another DataSource, or have a template make that`
        : `it points to ${nameOf(last)}, which no DataImportCron fills; name a DataSource with an image, as one of another architecture`
  }
}
