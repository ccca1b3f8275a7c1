const MOST = 1200

/** What it says of the overlay that nobody has written. */
const OVERLAY =
  /^accumulating resources: accumulation err='accumulating resources from '[^']*': '[^']*' must resolve to a file': (?:recursed accumulation of path '[^']*': )?/

/** What kustomize says of a failing build, on one line; `show` gives a path of the copied tree as its user knows it. */
export function failureWords(words: string, copy: string, show: (path: string) => string): string {
  const lines = words.trim().split('\n')
  const text = wordsOfKubectl(lines.at(-1) ?? '', lines)
  return [`${copy}/tree`, '../../tree']
    .reduce((said, tree) => withPaths(said, tree, show), text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^Error: /, '')
    .replace(OVERLAY, '')
    .slice(0, MOST)
}

function withPaths(words: string, tree: string, show: (path: string) => string): string {
  const [first = '', ...parts] = words.split(tree)
  const shown = parts.map((part) => {
    const [path = ''] = /^[^'"`:;,\s]*/.exec(part) ?? []
    return (show(path.replace(/^\//, '')) || '.') + part.slice(path.length)
  })
  return first + shown.join('')
}

/** A log's line with the time in it. */
function wordsOfKubectl(last: string, lines: readonly string[]): string {
  const quoted = /^[EF]\d{4} .*? err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1]
  if (quoted === undefined) return lines.join(' ')
  const words: unknown = JSON.parse(quoted)
  return typeof words === 'string' ? words : last
}
