/** One step of a path: a member's name, or a place in a list. */
export type PathStep = string | number

/** `spec.templates[2].metadata.annotations["a.b/c"]` as steps. What is not written like that is one name. */
export function parsePath(path: string): PathStep[] {
  const steps: PathStep[] = []
  const pattern = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\.?([^.[\]]+)/gy
  for (;;) {
    const start = pattern.lastIndex
    const match = pattern.exec(path)
    if (!match) return start === path.length ? steps : [path]
    const [, index, quoted, name] = match
    if (index !== undefined) steps.push(Number(index))
    else steps.push(quoted === undefined ? (name ?? '') : unquote(quoted))
  }
}

function unquote(quoted: string): string {
  return quoted.replaceAll(/\\(.)/g, '$1')
}
