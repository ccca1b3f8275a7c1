import { findMeantKind } from '../cluster/near-kind.ts'
import type { Problem } from '../findings/finding.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const kindMisspelt: PackageRule = {
  id: 'kind-misspelt',
  severity: 'error',
  scope: 'package',
  summary: 'An object is nearly of a kind that matters here, and of none that there is.',
  why: 'The API server has no such kind and refuses the object. Until then nothing looks at it: its images are neither predicted nor checked.',
  remediation: 'Write `kind` and `apiVersion` as the message says.',
  check: ({ misspelt }) => misspelt.flatMap(problemsOf),
}

function problemsOf(item: Item): Problem[] {
  const { kind = '', apiVersion = '' } = item
  const meant = findMeantKind(apiVersion, kind)
  if (!meant) return []
  return (['kind', 'apiVersion'] as const).flatMap((path): Problem[] => {
    const [written, right] = path === 'kind' ? [kind, meant.kind] : [apiVersion, meant.apiVersion]
    if (written === right) return []
    const message = `${quote(written)} is not the ${path} of ${article(meant.kind)}, so nothing looks at this object; write ${quote(right)}`
    return [{ item, path, currentValue: written, proposedValue: right, message }]
  })
}

function article(kind: string): string {
  return `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`
}
