import type { Finding } from '../../findings/finding.ts'
import { displayWidth } from '../text/display-width.ts'
import { printable } from '../text/printable.ts'
import { COLOURED, PLAIN, type Style } from '../text/style.ts'
import { wellFormed } from '../text/well-formed.ts'
import { closingLines } from './closing-lines.ts'
import { drawFrame, type FramePart } from './code-frame.ts'
import { describePosition, describeValue } from './place.ts'
import type { Report } from './report.ts'
import { type SourceLines, splitSources } from './source-lines.ts'

/** Columns beyond which a source line is clipped, and a message stands on a line of its own. */
const WIDTH = 120
const INDENT = '   '

/** For people at a terminal: each finding with its place in the source, drawn, and a summary. */
export function formatText(report: Report, { color }: { readonly color: boolean }): string {
  const { findings } = report
  const style = color ? COLOURED : PLAIN
  const lines = splitSources(report)
  const counted = findings.filter(({ ignored }) => !ignored)
  const blocks = counted.map((finding) => printFinding(finding, lines, style))
  const text = [...blocks, closingLines(report)].map((block) => block.map((line) => `${line}\n`).join('')).join('\n')
  return wellFormed(text)
}

function printFinding(finding: Finding, lines: SourceLines, style: Style): string[] {
  const { position } = finding
  const frame = position ? drawFrame(lines.get(position.file) ?? [], position, WIDTH) : []
  return [
    printHeader(finding, style),
    ...(frame.length > 0 ? printFrame(frame, finding, style) : printPlace(finding)),
    ...printAdvice(finding, style),
  ]
}

function printHeader(finding: Finding, style: Style): string {
  const { severity, rule, cluster } = finding
  const place = describePosition(finding)
  const words = [
    ...(place === undefined ? [] : [style.place(printable(place))]),
    style[severity](severity),
    printable(rule),
    ...(cluster === undefined ? [] : [printable(`(cluster ${cluster})`)]),
  ]
  return words.join(' ')
}

function printFrame(frame: readonly FramePart[], finding: Finding, style: Style): string[] {
  const numbers = frame.flatMap((part) => (part.kind === 'gap' ? [] : [String(part.number)]))
  const width = Math.max(...numbers.map((number) => number.length))
  const gutter = (label: string | number) => style.gutter(`${INDENT}${String(label).padStart(width)} |`)
  const message = printable(finding.message)
  const paint = style[finding.severity]
  return frame.flatMap((part, index) => {
    if (part.kind === 'gap') return [gutter('…')]
    const source = `${gutter(part.number)} ${part.text}`.trimEnd()
    if (part.kind === 'context') return [source]
    const marks = `${gutter('')} ${paint(part.marks)}`
    if (index < frame.length - 1) return [source, marks]
    const fits = INDENT.length + width + 3 + part.marks.length + 1 + displayWidth(message) <= WIDTH
    return fits ? [source, `${marks} ${paint(message)}`] : [source, marks, INDENT + paint(message)]
  })
}

/** Without a source to show, words say where the value stands. */
function printPlace(finding: Finding): string[] {
  const value = describeValue(finding)
  return [...(value === undefined ? [] : [`in ${value}`]), finding.message].map((line) => INDENT + printable(line))
}

function printAdvice({ proposedValue, reference }: Finding, style: Style): string[] {
  return [
    ...(proposedValue === undefined
      ? []
      : [INDENT + style.fix('fix:') + printable(` ${JSON.stringify(proposedValue)}`)]),
    ...(reference === undefined ? [] : [printable(`${INDENT}see: ${reference}`)]),
  ]
}
