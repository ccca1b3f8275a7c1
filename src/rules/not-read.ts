import type { Blank } from '../findings/blanks.ts'
import type { Problem } from '../findings/finding.ts'
import type { Note } from '../resource-list/manifests/note.ts'
import type { Reading } from './reading.ts'
import type { ReadingRule } from './rule.ts'
import { noteProblems } from './support/note-problems.ts'
import { count, quote } from './support/wording.ts'

export const notRead: ReadingRule = {
  id: 'not-read',
  severity: 'warning',
  scope: 'reading',
  summary: 'A template, a patch, a script or a placeholder speaks of golden images, and what it becomes is not known.',
  why: 'Only what stands there as it will be applied can be predicted: what rests on anything else is not checked.',
  remediation:
    'Check what is made of it, as in `helm template CHART | golden-images check -`, or keep the objects as plain manifests.',
  check: (reading) => [
    ...noteProblems(
      reading.notes.filter(({ cause }) => cause !== 'broken' && cause !== 'merged'),
      (note) => tell(note, reading),
    ),
    ...reading.blanks.map(tellBlank),
  ],
}

function tellBlank({ item, paths, text }: Blank): Problem {
  const [path, ...others] = paths
  if (path === undefined) {
    const message = `${shown(text)} is a parameter, and what is checked has the value that the Template gives it; with another one, check what \`oc process --local -f FILE -o yaml\` prints, by piping it into \`golden-images check -\``
    return { item, message }
  }
  const more = others.length > 0 ? `, as ${count(others.length, 'other value is', 'other values are')}` : ''
  const message = `${shown(text)} is filled in before this reaches a cluster${more}, and what rests on it is not checked; check what is made of it, by piping that into \`golden-images check -\``
  return { item, path, message }
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
