import { type ParseBudget, TOO_MANY_KEYS } from '../yaml/parse-budget.ts'
import { notYaml } from './check-list.ts'

/** Why a list is refused whose keys were too many; undefined when they were not. */
export function refuseKeys(
  text: string,
  offset: number,
  budget: ParseBudget,
): { ok: false; message: string } | undefined {
  if (!budget.hasTooManyKeys) return undefined
  return { ok: false, message: notYaml('the input', text, { message: TOO_MANY_KEYS, offset }) }
}
