import { locate } from '../../yaml/scan/locate.ts'
import type { YamlProblem } from '../../yaml/yaml-problem.ts'
import { notYaml } from '../check-list.ts'
import type { Item } from '../resource-list.ts'
import { tooMuch } from '../too-much.ts'
import { Collector } from './collector.ts'
import type { Note } from './note.ts'
import { readDocuments } from './read-documents.ts'
import type { Wanted } from './wanted.ts'

export type Manifests = { ok: true; items: Item[]; notes: Note[] } | { ok: false; message: string }

/**
 * The objects of a file: YAML documents or JSON values; lists of every kind and ResourceLists count as what they hold,
 * empty documents as nothing. Wanted objects are looked for inside of others, too. `file` is for messages as well; it
 * is empty for standard input. Whatever it throws is no matter of the text.
 */
export function readManifests(text: string, file: string, wanted?: Wanted): Manifests {
  const subject = file === '' ? 'the input' : JSON.stringify(file)
  try {
    const read = readDocuments(text)
    if (!read.ok) return { ok: false, message: notYaml(subject, text, read.problem) }
    const collector = new Collector({ file, text }, wanted)
    const [problem] = collector.take(read.documents)
    return problem ? { ok: false, message: tell(subject, text, problem) } : { ok: true, ...collector }
  } catch (error) {
    return { ok: false, message: tooMuch(subject, error) }
  }
}

function tell(subject: string, text: string, { message, offset }: YamlProblem): string {
  return `${subject}, ${locate(text, offset)}: ${message}`
}
