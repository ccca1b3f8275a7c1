import type { Slice } from '../item.ts'

/** Of Go templates and Jinja, of Jinja's statements, of ERB and its like. */
const BRACKETS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const

/** The first thing of a text that is filled in later; undefined when it is no template. */
export function findTemplateMark(text: string): Slice | undefined {
  const marks = BRACKETS.flatMap(([open, close]) => {
    const start = text.indexOf(open)
    const end = start === -1 ? -1 : text.indexOf(close, start)
    return end === -1 ? [] : [{ start, end: end + close.length }]
  })
  const [first] = marks.sort((a, b) => a.start - b.start)
  return first
}
