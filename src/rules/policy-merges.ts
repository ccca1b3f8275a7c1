import type { ReadingRule } from './rule.ts'
import { noteProblems } from './support/note-problems.ts'
import { count } from './support/wording.ts'

export const policyMerges: ReadingRule = {
  id: 'policy-merges',
  severity: 'info',
  scope: 'reading',
  summary: 'A policy merges its HyperConverged into the one that is there, and it is predicted as if it were whole.',
  why: 'With `complianceType: musthave` the fields of the live object that the policy does not name stay as they are, and those are not known here.',
  remediation:
    'Nothing, when the policy says all that is to be said of golden images; else look at the live HyperConverged as well.',
  check: ({ notes }) => {
    const [first, ...others] = notes.filter(({ cause }) => cause === 'merged')
    if (!first) return []
    const more = others.length > 0 ? `, and so are ${count(others.length, 'other')}` : ''
    const message = `this is merged into the HyperConverged that is there (\`musthave\`), and predicted as if it were the whole of it${more}; what else the live one says is not known here`
    return noteProblems([first], () => message)
  },
}
