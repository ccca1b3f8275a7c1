/** A workflow command as GitHub's runner reads it. */
export interface Command {
  readonly name: string
  readonly properties: { readonly [name: string]: string }
  readonly data: string
}

/** The command on a line of output; undefined when the line is none. */
export function readCommand(line: string): Command | undefined {
  const text = line.trimStart()
  const end = text.indexOf('::', 2)
  if (!text.startsWith('::') || end < 0) return undefined
  const [name = '', ...rest] = text.slice(2, end).split(' ')
  const properties = rest
    .join(' ')
    .split(',')
    .map((property) => property.trim().split('='))
    .map(([key = '', ...parts]) => [key, unescapeProperty(parts.join('='))])
  return { name, properties: Object.fromEntries(properties), data: unescapeData(text.slice(end + 2)) }
}

/** The lines that a runner would obey, GitHub's or another; what only looks like a command of GitHub's is one here. */
export function commandLines(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => /^\s*::|##\w*\[/.test(line))
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}
