import type { EmittedItem } from '../emission/emitted-item.ts'
import type { Problem } from '../findings/finding.ts'
import { stringAt } from '../json/json.ts'
import type { PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options'
const FORCE = 'Force=true'
const REPLACE = 'Replace=true'

export const replacedAtEverySync: PackageRule = {
  id: 'replaced-at-every-sync',
  severity: 'warning',
  scope: 'package',
  summary: 'Argo CD is asked to delete and make anew a DataImportCron at every sync.',
  why: '`Force=true` alone replaces what the API server refuses to change, such as a DataImportCron with another spec. With `Replace=true` beside it Argo CD replaces each object at each sync, changed or not; with `retentionPolicy: None` CDI then deletes the image and imports it again.',
  remediation: 'Leave `Force=true` in the annotation, and take `Replace=true` out.',
  reference:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#replace-resource-instead-of-applying-changes',
  check: ({ emission, existingCrons }) => [
    ...existingCrons.flatMap(({ item, cluster }): Problem[] => {
      const options = stringAt(item.value(), 'metadata', 'annotations', SYNC_OPTIONS)
      if (options === undefined || !isReplacedAlways(options)) return []
      const path = `metadata.annotations["${SYNC_OPTIONS}"]`
      return [{ item, ...(cluster !== undefined && { cluster }), path, ...problemOf(options, 'this DataImportCron') }]
    }),
    ...emittedProblems(emission.emitted),
  ],
}

/** One for all that is emitted: the configuration gives all of it the same annotations. */
function emittedProblems(emitted: readonly EmittedItem[]): Problem[] {
  const crons = emitted.filter(({ kind }) => kind === 'DataImportCron')
  const options = crons[0]?.metadata.annotations[SYNC_OPTIONS]
  if (options === undefined || !isReplacedAlways(options)) return []
  return [problemOf(options, 'every DataImportCron that `emit.annotations` of the configuration marks so')]
}

function problemOf(options: string, subject: string) {
  const kept = wordsOf(options).filter((word) => word !== REPLACE)
  return {
    currentValue: options,
    proposedValue: kept.join(','),
    message: `with ${quote(options)} in \`${SYNC_OPTIONS}\` Argo CD deletes ${subject} and makes it anew at every sync, changed or not; ${quote(FORCE)} alone replaces what has changed; take ${quote(REPLACE)} out`,
  }
}

function isReplacedAlways(options: string): boolean {
  const words = wordsOf(options)
  return words.includes(FORCE) && words.includes(REPLACE)
}

function wordsOf(options: string): string[] {
  return options.split(',').map((word) => word.trim())
}
