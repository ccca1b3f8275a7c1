import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { groupBy } from '../json/group-by.ts'
import { canonicalQuantity, quantityBytes } from '../kubernetes/quantity.ts'
import { templateName } from '../operators/hco/template.ts'
import type { CronOutcome } from '../prediction/cron-outcomes.ts'
import type { Made } from '../prediction/prediction.ts'

/** How many imports CDI keeps where a DataImportCron does not say. */
const CDI_IMPORTS_TO_KEEP = 3

/** The storage that one template's images ask for. */
export interface ImageStorage {
  /** Of one volume; absent when the template does not say it: a copy of a volume takes that one's size. */
  readonly size?: string
  readonly dataImportCrons: number
  readonly importsToKeep: number
  /** Nobody says how many imports to keep, so CDI's own number counts. */
  readonly keepsByDefault: boolean
  /** `garbageCollect: Never`: old imports are never deleted, so that it grows with every new version. */
  readonly unbounded: boolean
  /** Size times DataImportCrons times imports kept, as a quantity; absent when the size is unknown. */
  readonly total?: string
  readonly bytes?: string
}

/** The storage that all images of a cluster ask for. */
export interface ClusterStorage {
  readonly total: string
  readonly bytes: string
  /** Templates whose size is unknown: they are not in the sum. */
  readonly unknown: readonly string[]
  /** Templates whose DataImportCron wants the name of another one: which is made is random, so they are not in the sum. */
  readonly undecided: readonly string[]
  /** Templates whose old imports are never deleted. */
  readonly unbounded: readonly string[]
}

export function imageStorage({ spec }: DataImportCronTemplate, dataImportCrons: number): ImageStorage {
  const volume = spec?.template.spec
  const written = (volume?.storage ?? volume?.pvc)?.resources?.requests?.storage
  const size = written === undefined ? undefined : canonicalQuantity(written)
  const importsToKeep = spec?.importsToKeep ?? CDI_IMPORTS_TO_KEEP
  const one = size === undefined ? undefined : quantityBytes(size)
  const bytes = one === undefined ? undefined : one * BigInt(dataImportCrons) * BigInt(importsToKeep)
  return {
    ...(size !== undefined && { size }),
    dataImportCrons,
    importsToKeep,
    keepsByDefault: spec?.importsToKeep === undefined,
    unbounded: spec?.garbageCollect === 'Never',
    ...(bytes !== undefined && { total: readableQuantity(bytes), bytes: String(bytes) }),
  }
}

/** Sums up what comes to be. */
export function clusterStorage({ crons, templates }: Made): ClusterStorage {
  const having = (wanted: CronOutcome['outcome']) => crons.filter(({ outcome }) => outcome === wanted)
  const undecided = having('clashing').map(({ source }) => templateName(source.template))
  const byTemplate = groupBy(having('made'), ({ source }) => source.effective)
  const asked = templates.flatMap(({ name, effective }) => {
    const made = effective && byTemplate.get(effective)
    return made ? [{ name, storage: imageStorage(effective.template, made.length) }] : []
  })
  const bytes = asked.reduce((sum, { storage }) => sum + BigInt(storage.bytes ?? '0'), 0n)
  return {
    total: readableQuantity(bytes),
    bytes: String(bytes),
    undecided: [...new Set(undecided)],
    unknown: asked.filter(({ storage }) => storage.bytes === undefined).map(({ name }) => name),
    unbounded: asked.filter(({ storage }) => storage.unbounded).map(({ name }) => name),
  }
}

/** The shorter one of the binary and the decimal form: `10Gi`, `5G`. */
export function readableQuantity(bytes: bigint): string {
  const decimal = canonicalQuantity(String(bytes)) ?? String(bytes)
  if (bytes % 1024n !== 0n) return decimal
  const binary = canonicalQuantity(`${bytes / 1024n}Ki`) ?? decimal
  return binary.length <= decimal.length ? binary : decimal
}
