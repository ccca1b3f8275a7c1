import { objectKey, readDataSource, readObjectName, type VolumeName } from '../../cluster/data-source.ts'
import { readInstancetype, readPreference } from '../../cluster/instancetype.ts'
import { type KubeVirt, readKubeVirt } from '../../cluster/kubevirt.ts'
import { readDataVolumeTemplate } from '../../cluster/virtual-machine.ts'
import { type JsonObject, listAt, objectAt, stringAt, stringMapAt } from '../../json/json.ts'
import { admitDataImportCron } from '../../operators/cdi/admission.ts'
import { matcherKey } from '../../operators/kubevirt/matcher.ts'
import type { Surroundings } from '../../operators/kubevirt/surroundings.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'
import { type ImageSource, imageSource } from './image-source.ts'

/** What the input has of what virtual machines need. */
export interface KnownObjects extends Pick<Surroundings, 'dataVolumes' | 'preferences' | 'instancetypes'> {
  /** With those that DataImportCrons of one's own manage. */
  readonly images: readonly ImageSource[]
  readonly kubeVirt: KubeVirt | undefined
  /** Claims and snapshots. */
  readonly volumes: readonly (VolumeName & { readonly labels: ReadonlyMap<string, string> })[]
}

export function readKnownObjects(requisites: readonly Item[]): KnownObjects {
  const valuesOf = (kinds: readonly string[]) =>
    requisites.filter(({ kind }) => kinds.includes(kind ?? '')).map((item) => item.value())
  const crons = valuesOf(['DataImportCron']).filter((cron) => admitDataImportCron(cron).admitted)
  const [kubeVirt] = valuesOf(['KubeVirt'])
  return {
    images: [...crons.flatMap(imageOfCron), ...valuesOf(['DataSource']).map(imageOfDataSource)],
    kubeVirt: kubeVirt && readKubeVirt(kubeVirt),
    volumes: [
      ...valuesOf(['PersistentVolumeClaim']).map((value) => readVolume('pvc', value)),
      ...valuesOf(['VolumeSnapshot']).map((value) => readVolume('snapshot', value)),
    ],
    dataVolumes: new Map(
      valuesOf(['DataVolume']).map((value) => [
        objectKey(readObjectName(value)),
        { ...readDataVolumeTemplate(value), labels: stringMapAt(value, 'metadata', 'labels') },
      ]),
    ),
    preferences: byMatcher(valuesOf(['VirtualMachinePreference', 'VirtualMachineClusterPreference']), readPreference),
    instancetypes: byMatcher(
      valuesOf(['VirtualMachineInstancetype', 'VirtualMachineClusterInstancetype']),
      readInstancetype,
    ),
  }
}

function readVolume(kind: VolumeName['kind'], value: JsonObject) {
  return { kind, ...readObjectName(value), labels: stringMapAt(value, 'metadata', 'labels') }
}

function imageOfDataSource(value: JsonObject): ImageSource {
  const ready = listAt(value, 'status', 'conditions').find((condition) => stringAt(condition, 'type') === 'Ready')
  return {
    dataSource: readDataSource(value),
    volume: undefined,
    isReady: ready === undefined ? undefined : stringAt(ready, 'status') === 'True',
  }
}

function imageOfCron(cron: JsonObject): ImageSource[] {
  const managedDataSource = stringAt(cron, 'spec', 'managedDataSource')
  if (managedDataSource === undefined) return []
  const registry = objectAt(cron, 'spec', 'template', 'spec', 'source', 'registry')
  return [
    imageSource({
      ...readObjectName(cron),
      labels: stringMapAt(cron, 'metadata', 'labels'),
      managedDataSource,
      url: stringAt(registry, 'url'),
      architecture: stringAt(registry, 'platform', 'architecture'),
    }),
  ]
}

function byMatcher<T>(values: readonly JsonObject[], read: (value: JsonObject) => T): Map<string, T> {
  return new Map(
    values.map((value) => {
      const isNamespaced = !(stringAt(value, 'kind') ?? '').includes('Cluster')
      const { name, namespace } = readObjectName(value)
      return [
        matcherKey(stringAt(value, 'kind') ?? '', { name, namespace: isNamespaced ? namespace : '' }),
        read(value),
      ]
    }),
  )
}
