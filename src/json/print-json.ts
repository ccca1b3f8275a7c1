/** How the input writes JSON. */
export interface JsonStyle {
  /** One level of indentation; undefined when everything is on one line. */
  readonly unit: string | undefined
  readonly lineBreak: string
  readonly colon: string
  /** Between members on one line. */
  readonly comma: string
}

/** The value as JSON in that style, as part of a text whose line in hand is indented by `indent`. */
export function printJson(value: unknown, style: JsonStyle, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const inner = indent + (style.unit ?? '')
  if (Array.isArray(value)) {
    return enclose(
      '[',
      value.map((item) => printJson(item, style, inner)),
      ']',
      style,
      indent,
    )
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}${style.colon}${printJson(member, style, inner)}`)
  return enclose('{', members, '}', style, indent)
}

function enclose(open: string, parts: readonly string[], close: string, style: JsonStyle, indent: string): string {
  if (parts.length === 0) return open + close
  if (style.unit === undefined) return open + parts.join(style.comma) + close
  const line = style.lineBreak + indent
  return `${open}${line}${style.unit}${parts.join(`,${line}${style.unit}`)}${line}${close}`
}
