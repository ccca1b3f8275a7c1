const MOST = 1200

/** What kustomize says of a failing build, on one line, with the repository's paths in place of the copy's. */
export function failureWords(words: string, copy: string): string {
  const lines = words.trim().split('\n')
  return wordsOfKubectl(lines.at(-1) ?? '', lines)
    .replaceAll(`${copy}/tree/`, '')
    .replaceAll('../../tree/', '')
    .replaceAll(`${copy}/tree`, '.')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^Error: /, '')
    .slice(0, MOST)
}

/** A log's line with the time in it. */
function wordsOfKubectl(last: string, lines: readonly string[]): string {
  const quoted = /^[EF]\d{4} .*? err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1]
  if (quoted === undefined) return lines.join(' ')
  const words: unknown = JSON.parse(quoted)
  return typeof words === 'string' ? words : last
}
