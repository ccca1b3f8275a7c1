/**
 * The architecture that virt-api writes into a virtual machine. Source: KubeVirt pkg/virt-api/webhooks/mutating-webhook/
 * mutators/vm-mutator.go (Mutate), pkg/instancetype/webhooks/vm/mutator.go (mutateArch), pkg/defaults/defaults.go
 * (setDefaultArchitectureFromDataSource).
 */
import { type ObjectName, TEMPLATE_ARCHITECTURE_LABEL } from '../../cluster/data-source.ts'
import type { Preference } from '../../cluster/instancetype.ts'
import type { VirtualMachine } from '../../cluster/virtual-machine.ts'
import type { ResolvedDataSource } from '../cdi/data-source.ts'
import { findDataSource, type Surroundings } from './surroundings.ts'

export type ArchitectureChoice =
  | { readonly from: 'spec' | 'preference' | 'default'; readonly architecture: string }
  /** `dataSource` is the one whose label decided. */
  | { readonly from: 'dataSource'; readonly architecture: string; readonly dataSource: ObjectName }

/** The only values of the label that count. */
const LABEL_VALUES = ['amd64', 'arm64', 's390x']

/** The first that gives one: the field, the preference, the DataSources in the order of their templates, the default. */
export function chooseArchitecture(
  machine: VirtualMachine,
  preference: Preference | undefined,
  surroundings: Surroundings,
): ArchitectureChoice {
  const { architecture } = machine.instance
  if (architecture !== '') return { from: 'spec', architecture }
  const { release, defaultArchitecture } = surroundings.kubeVirt
  if (preference?.preferredArchitecture && release.preferencesNameArchitectures) {
    return { from: 'preference', architecture: preference.preferredArchitecture }
  }
  for (const { sourceRef } of machine.dataVolumeTemplates) {
    if (sourceRef?.kind.toLowerCase() !== 'datasource') continue
    const named = findDataSource(surroundings, {
      name: sourceRef.name,
      namespace: sourceRef.namespace || machine.namespace,
    })
    const dataSource = named && followPointer(named, surroundings)
    const label = dataSource?.labels.get(TEMPLATE_ARCHITECTURE_LABEL)
    if (dataSource && label !== undefined && LABEL_VALUES.includes(label)) {
      return { from: 'dataSource', architecture: label, dataSource }
    }
  }
  return { from: 'default', architecture: defaultArchitecture }
}

/** One step, into any namespace; what the next one points to does not count. */
function followPointer(dataSource: ResolvedDataSource, surroundings: Surroundings): ResolvedDataSource | undefined {
  const { source } = dataSource
  return source?.kind === 'dataSource' ? findDataSource(surroundings, source) : dataSource
}
