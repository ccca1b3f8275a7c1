import fc from 'fast-check'
import { safePlaces } from './safe-places.ts'

/** What looks like something else, were it no comment. */
const COMMENTS = [
  '#',
  '# comment',
  '#   dataImportCronTemplates: []',
  '# - kind: Node',
  '#- apiVersion: v1',
  '# it\'s "open',
  '# items:',
  '# ---',
  '# *alias &anchor {[',
  '#| a: b',
  '# é 漢 😀',
]
const INDENTS = ['', '', ' ', '  ', '   ', '    ', '      ', '        ', '                    ']
const TRAILERS = [' ', '   ', '\t', ' # comment', '  # it\'s "open', ' # a: b', ' # - kind: Node', '\t# tab']

interface Disturbance {
  readonly at: number
  readonly act: 'comment' | 'blank' | 'trail'
  readonly indent: string
  readonly comment: string
  readonly trailer: string
}

const disturbance: fc.Arbitrary<Disturbance> = fc.record({
  at: fc.nat(1_000_000),
  act: fc.constantFrom('comment', 'comment', 'blank', 'trail'),
  indent: fc.constantFrom(...INDENTS),
  comment: fc.constantFrom(...COMMENTS),
  trailer: fc.constantFrom(...TRAILERS),
})

export interface Disturbances {
  readonly places: readonly Disturbance[]
  readonly lineBreaks: 'kept' | 'LF' | 'CRLF' | 'mixed'
  readonly byteOrderMark: boolean
  readonly finalBreak: 'kept' | 'added' | 'removed'
}

/** What may be done to a text: everywhere, or in a few places, which is what an error is found and told by. */
export const disturbances: fc.Arbitrary<Disturbances> = fc.record({
  places: fc.array(disturbance, { maxLength: 60, size: 'max' }),
  lineBreaks: fc.constantFrom('kept', 'kept', 'LF', 'CRLF', 'mixed'),
  byteOrderMark: fc.boolean(),
  finalBreak: fc.constantFrom('kept', 'added', 'removed'),
})

/** A text that means the same: with comments, blank lines, line breaks and a byte order mark that were not there. */
export function disturb(text: string, { places, lineBreaks, byteOrderMark, finalBreak }: Disturbances): string {
  const mark = '\ufeff'
  const hadMark = text.startsWith(mark)
  const lines = safePlaces(hadMark ? text.slice(1) : text)
  const above = lines.map((): string[] => [])
  const behind = lines.map(() => '')
  for (const place of places) {
    const index = place.at % lines.length
    const { before, mayTrail } = lines[index] ?? { before: 'nothing', mayTrail: false }
    if (place.act === 'trail') {
      if (mayTrail && behind[index] === '') behind[index] = place.trailer
    } else if (before !== 'nothing') {
      if (before === 'comment first' && above[index]?.length === 0) above[index].push('# first\n')
      above[index]?.push(`${place.indent}${place.act === 'comment' ? place.comment : ''}\n`)
    }
  }
  const parts = lines.map(({ line }, index) => {
    const [, content = '', lineBreak = ''] = /^(.*?)(\r?\n|)$/s.exec(line) ?? []
    // Blanks after a last line without a break would be the whole of a line of their own.
    return { above: above[index] ?? [], own: content + (content.trim() === '' ? '' : behind[index]), lineBreak }
  })
  const joined = parts
    .map(({ above, own, lineBreak }, index) => {
      const isOpen = index === parts.length - 1 && (parts[index - 1]?.lineBreak ?? '\n') === ''
      return (isOpen && above.length > 0 ? '\n' : '') + above.join('') + own + lineBreak
    })
    .join('')
  const ended = withFinalBreak(joined, finalBreak, lines.at(-1)?.before === 'anything')
  return (hadMark || byteOrderMark ? mark : '') + withLineBreaks(ended, lineBreaks)
}

function withFinalBreak(text: string, act: Disturbances['finalBreak'], isFree: boolean): string {
  if (act === 'kept' || !isFree) return text
  if (act === 'removed') return text.replace(/\r?\n$/, '')
  return text.endsWith('\n') ? text : `${text}\n`
}

function withLineBreaks(text: string, act: Disturbances['lineBreaks']): string {
  if (act === 'kept') return text
  let line = 0
  return text.replace(/\r?\n/g, () => (act === 'CRLF' || (act === 'mixed' && line++ % 3 === 0) ? '\r\n' : '\n'))
}
