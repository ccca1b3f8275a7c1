import type { ClusterExplanation } from './explain.ts'
import type { ImageExplanation } from './image.ts'

/** What a name leads to. */
export interface Selection {
  readonly clusters: readonly ClusterExplanation[]
  /** Nothing has that name. */
  readonly missing: boolean
}

/**
 * Leaves only the images that a template, DataImportCron or DataSource of that name belongs to, the virtual machines of that
 * name, and the clusters that have one. A cluster without a prediction stays: why it has none is the answer there.
 */
export function selectImages(clusters: readonly ClusterExplanation[], name: string): Selection {
  const selected = clusters.map((cluster) => ({
    ...cluster,
    ...(cluster.images && { images: cluster.images.filter((image) => namesOf(image).includes(name)) }),
    ...(cluster.otherDataSources && {
      otherDataSources: cluster.otherDataSources.filter((dataSource) => dataSource.name === name),
    }),
    ...selectMachines(cluster, name),
  }))
  const found = selected.filter(
    ({ images, otherDataSources, askedMachines }) =>
      !images || [images, otherDataSources, askedMachines].some((list = []) => list.length > 0),
  )
  return { clusters: found, missing: found.length === 0 }
}

/** All of them stay, for the images to name theirs; those that were asked for are told as a whole. */
function selectMachines({ machineStories }: ClusterExplanation, asked: string) {
  const places = (machineStories ?? []).flatMap(({ name }, place) => (asked === name ? [place] : []))
  return places.length === 0 ? {} : { askedMachines: places }
}

/** Every template's name, for who looks for one that is not there. */
export function templateNames(clusters: readonly ClusterExplanation[]): string[] {
  return [...new Set(clusters.flatMap(({ images }) => (images ?? []).map(({ template }) => template)))]
}

function namesOf({ template, dataSource, dataImportCrons, dataSources }: ImageExplanation): (string | undefined)[] {
  return [
    template,
    dataSource,
    ...dataImportCrons.flatMap((cron) => [cron.name, cron.dataSource]),
    ...dataSources.map(({ name }) => name),
  ]
}
