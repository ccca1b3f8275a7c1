import type { Place } from '../../explanation/place.ts'
import { nameFile } from '../findings/place.ts'
import { escapeAsJson, printable, withoutCommands } from './printable.ts'

const WIDTH = 110

/** Sentences of a section, each on lines of its own, indented and broken at blanks. */
export function indented(sentences: readonly string[], indent: number): string[] {
  return sentences.flatMap((sentence) => breakLines(sentence, indent, indent + 2))
}

/** Sentences beside a word that says what they are about. */
export function labelled(label: string, sentences: readonly string[], indent: number, labelWidth = 15): string[] {
  const margin = indent + labelWidth
  const [first, ...others] = sentences.flatMap((sentence) => breakLines(sentence, margin, margin + 2))
  if (first === undefined) return []
  return [`${' '.repeat(indent)}${label.padEnd(labelWidth)}${first.slice(margin)}`, ...others]
}

/** Where something stands, to be put behind it: ` (hco.yaml:12)`. */
export function at(place: Place | undefined): string {
  return place ? ` (${nameFile(place.file)}:${place.line})` : ''
}

/** What is quoted or code stays on one line, blanks and all. */
const WORD = /`[^`]*`\S*|\(?"(?:[^"\\]|\\.)*"\S*|\S+/g

/** Blanks at the start of a sentence indent it further. */
function breakLines(sentence: string, indent: number, hanging: number): string[] {
  const shown = printable(sentence)
  const further = shown.length - shown.trimStart().length
  const lines: string[] = []
  let line = ''
  const margin = () => further + (lines.length === 0 ? indent : hanging)
  // A word that is no command within a sentence could be one at the start of a line.
  const end = () => lines.push(' '.repeat(margin()) + withoutCommands(line, escapeAsJson))
  for (const word of shown.match(WORD) ?? []) {
    if (line !== '' && margin() + line.length + 1 + word.length > WIDTH) {
      end()
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  end()
  return lines
}
