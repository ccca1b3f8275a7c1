/** What is left for the API server to refuse by the custom resource definition, in its words. */
import type { CrdProblem } from '../../kubernetes/crd/find-crd-problems.ts'
import { memberPath } from '../../kubernetes/crd/locate-value.ts'
import { type Cause, cause } from './cause.ts'

export function causeInDefinition(problems: CrdProblem[]): Cause | undefined {
  const [problem] = problems
  if (problem === undefined) return undefined
  const { keyword, message, path, value } = problem
  const missing = /^must have `(\w+)`$/.exec(message)?.[1]
  if (missing !== undefined) {
    const at = memberPath(path, missing)
    return cause('field-required', `${at}: Required value`, at)
  }
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value)
  if (keyword === 'enum') {
    const supported = [...message.matchAll(/`(\w+)`/g)].map(([, word]) => `"${word}"`).join(', ')
    const text = `${path}: Unsupported value: ${shown}: supported values: ${supported}`
    return cause('field-value-unsupported', text, path, value)
  }
  const reason = keyword === 'minLength' ? `${path} in body should be at least 1 chars long` : message
  return cause('field-value-invalid', `${path}: Invalid value: ${shown}: ${reason}`, path, value)
}
