/** What a recorded refusal is about: its words without the values, and one word for what the API server itself refuses. */
export function messageKind(message: string): string {
  const text = message.trim()
  if (/^(DECODE|json: |quantities must match|unable to parse)/.test(text)) return 'DECODE'
  if (/^(META|metadata\.)/.test(text)) return 'META'
  if (/^(CRD|spec[.:])/.test(text)) return 'CRD'
  if (text === 'schedule-crashes-parser') return ''
  return text
    .replace(/ URL( scheme)? .*$/s, ' URL$1')
    .replace(/ImportMethod .* is neither/s, 'ImportMethod is neither')
    .replace(/value: ".*?":/s, 'value:')
}
