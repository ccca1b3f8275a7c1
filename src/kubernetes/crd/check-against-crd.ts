/**
 * What the API server does with an object before any webhook sees it: it drops nulls, prunes fields that the custom
 * resource definition does not know, and refuses values that it does not allow. Of each definition only the parts
 * that decide on golden images are here (schemas/crd), compiled when the program is built.
 */
import { copyWithoutNulls } from '../../json/copy-without-nulls.ts'
import type { JsonObject } from '../../json/json.ts'
import { type CrdKind, type CrdProblem, findCrdProblems } from './find-crd-problems.ts'

export interface CrdCheck {
  /** A copy of the object as the API server would hand it on, whether or not there are problems. */
  object: JsonObject
  problems: CrdProblem[]
}

/** Checks an object, which stays as it is, and prunes a copy of it. `status` is neither checked nor pruned. */
export function checkAgainstCrd(kind: CrdKind, object: JsonObject): CrdCheck {
  const pruned = copyWithoutNulls(object)
  return { object: pruned, problems: findCrdProblems(kind, pruned) }
}
