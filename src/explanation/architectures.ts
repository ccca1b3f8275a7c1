import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { isRegistryModified } from '../operators/hco/customise.ts'
import { ARCHITECTURES_ANNOTATION } from '../operators/hco/template.ts'
import type { TemplateOutcome } from '../operators/hco/template-outcomes.ts'
import { readWords } from '../rules/support/architecture-words.ts'

/** A part of the annotation that the filter takes away. */
interface LostArchitecture {
  readonly word: string
  /** `not-exact`: meant is an architecture of the cluster, but HCO compares letter by letter. */
  readonly because: 'no-such-node' | 'not-exact'
}

/** What becomes of the annotation that says which architectures a template's image has. */
export interface ExplainedArchitectures {
  /** In the HyperConverged's entry. */
  readonly inEntry?: string
  /** In the common template of that name. */
  readonly inCommon?: string
  /** What HCO goes on with; absent when that has no annotation. */
  readonly kept?: string
  /**
   * Whose word counts for a customised template, and why. `switch-off`: the entry's, else the common one's;
   * `own-image`: the entry's alone, since it brings an image; `common-image`: the common one's alone.
   */
  readonly authority?: 'switch-off' | 'own-image' | 'common-image'
  /** What is left for this cluster; absent when the switch is off, the nodes are unknown, or nothing was kept. */
  readonly filtered?: string
  readonly lost: readonly LostArchitecture[]
}

/** Follows the annotation from where it was written to what is left of it; undefined for a template that is gone. */
export function explainArchitectures(
  { entry, common, effective, outcome }: TemplateOutcome,
  multiArch: boolean,
  /** Undefined when the nodes are unknown. */
  workloadArchitectures: readonly string[] | undefined,
): ExplainedArchitectures | undefined {
  if (!effective) return undefined
  const inEntry = entry && annotationOf(entry)
  const inCommon = common && annotationOf(common)
  const kept = multiArch ? effective.originalArchitectures : annotationOf(effective.template)
  const filters = multiArch && kept !== undefined && workloadArchitectures !== undefined
  return {
    ...(inEntry !== undefined && { inEntry }),
    ...(inCommon !== undefined && { inCommon }),
    ...(kept !== undefined && { kept }),
    ...(outcome === 'customised' && { authority: authorityOf(common, entry, multiArch) }),
    ...(filters && { filtered: annotationOf(effective.template) ?? '' }),
    lost: filters ? lostWords(kept, workloadArchitectures) : [],
  }
}

function authorityOf(common: DataImportCronTemplate, entry: DataImportCronTemplate, multiArch: boolean) {
  if (!multiArch) return 'switch-off'
  return isRegistryModified(common, entry) ? 'own-image' : 'common-image'
}

function annotationOf({ metadata }: DataImportCronTemplate): string | undefined {
  return metadata.annotations?.[ARCHITECTURES_ANNOTATION]
}

function means(word: string, workload: ReadonlySet<string>): boolean {
  return readWords(word).some(({ meant }) => meant.some((name) => workload.has(name)))
}

function lostWords(kept: string, workloadArchitectures: readonly string[]): LostArchitecture[] {
  if (kept === '') return []
  const workload = new Set(workloadArchitectures)
  return kept
    .split(',')
    .filter((word) => !workload.has(word))
    .map((word) => ({ word, because: means(word, workload) ? 'not-exact' : 'no-such-node' }))
}
