import type { PathStep } from '../json/json.ts'

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

/** Steps as people write them; `parsePath` reads them again. */
export function printPath(steps: readonly PathStep[]): string {
  return steps.map(printStep).join('').replace(/^\./, '')
}

function printStep(step: PathStep): string {
  if (typeof step === 'number') return `[${step}]`
  return /[.[\]]|^$/.test(step) ? `["${step.replaceAll(/[\\"]/g, '\\$&')}"]` : `.${step}`
}

function unquote(quoted: string): string {
  return quoted.replaceAll(/\\(.)/g, '$1')
}
