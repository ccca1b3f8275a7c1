import type { Note } from '../resource-list/manifests/note.ts'
import type { Reading } from './reading.ts'
import type { ReadingRule } from './rule.ts'
import { noteProblems } from './support/note-problems.ts'
import { quote } from './support/wording.ts'

export const notRead: ReadingRule = {
  id: 'not-read',
  severity: 'warning',
  scope: 'reading',
  summary: 'A template, a patch or a script speaks of golden images, and what it becomes is not known.',
  why: 'Only what stands there as it will be applied can be predicted: of this, nothing is checked.',
  remediation:
    'Check what is made of it, as in `helm template CHART | golden-images check -`, or keep the objects as plain manifests.',
  check: (reading) =>
    noteProblems(
      reading.notes.filter(({ cause }) => cause !== 'broken'),
      (note) => tell(note, reading),
    ),
}

function tell({ cause, source, detail }: Note, { charts }: Reading): string {
  if (cause === 'patch') {
    return 'this patch is not read: what is checked is the object without it; check what the build makes, by piping it into `golden-images check -`'
  }
  if (cause === 'string') {
    return 'this text holds an object among other words, and is not read; keep the object as a manifest of its own'
  }
  const chart = charts.get(source.file)
  if (chart === undefined) {
    return `this is a template (${shown(detail)}), and what it becomes is not known here, so it is not checked; check what is made of it, by piping that into \`golden-images check -\``
  }
  return `this is a template (${shown(detail)}) of the Helm chart ${quote(chart)}, and is not checked; check what the chart makes: \`helm template ${chart} | golden-images check -\``
}

const LONGEST = 60

/** Of what is filled in, as much as tells it. */
function shown(mark: string): string {
  const line = mark.replaceAll(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > LONGEST ? quote(`${line.slice(0, LONGEST)}…`) : quote(line)
}
