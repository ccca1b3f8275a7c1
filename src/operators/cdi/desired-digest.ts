import type { ObjectMetadata } from '../../cluster/data-import-cron.ts'

export const DESIRED_DIGEST = 'cdi.kubevirt.io/storage.import.sourceDesiredDigest'

/** What CDI makes the name of a volume of: so many characters behind the prefix. */
const USED_CHARACTERS = 12

/**
 * The digest that a DataImportCron asks for itself and that CDI imports whatever the schedule is; undefined when it asks
 * for none, or for one of which no volume can be named (containerized-data-importer,
 * pkg/controller/dataimportcron-controller.go: update, createDvName).
 */
export function desiredDigest({ annotations }: ObjectMetadata): string | undefined {
  const digest = annotations?.[DESIRED_DIGEST] ?? ''
  const prefix = ['sha256:', 'uid:'].find((one) => digest.startsWith(one))
  return prefix !== undefined && digest.length >= prefix.length + USED_CHARACTERS ? digest : undefined
}
