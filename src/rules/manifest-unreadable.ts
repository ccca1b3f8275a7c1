import type { ReadingRule } from './rule.ts'
import { noteProblems } from './support/note-problems.ts'

export const manifestUnreadable: ReadingRule = {
  id: 'manifest-unreadable',
  severity: 'error',
  scope: 'reading',
  summary: 'A file that was named, or one that speaks of golden images, is no YAML.',
  why: 'Nothing in the document can be checked, and whoever applies it gets an error.',
  remediation: 'Mend it at the line that is named, or leave the file out.',
  check: ({ notes }) =>
    noteProblems(
      notes.filter(({ cause }) => cause === 'broken'),
      ({ detail }) => `nothing in this document is checked, because it can't be read: ${detail}`,
    ),
}
