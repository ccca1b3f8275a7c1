import type { DataVolumeSource } from '../cluster/data-import-cron.ts'

/** Where an image comes from, in a few words; undefined for a source that no operator would take. */
export function describeSource(source: DataVolumeSource | undefined): string | undefined {
  const { registry, pvc } = source ?? {}
  if (registry?.url !== undefined) return registry.url
  if (registry?.imageStream !== undefined) return `image stream ${registry.imageStream}`
  return pvc && `volume ${pvc.namespace}/${pvc.name}`
}
