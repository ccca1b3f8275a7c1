/**
 * What the API server does with an object before any webhook sees it: it drops nulls, prunes fields that the custom
 * resource definition does not know, and refuses values that it does not allow. Of each definition only the parts
 * that decide on golden images are here (schemas/crd), compiled when the program is built.
 */
import { copyWithoutNulls } from '../../resource-list/copy-without-nulls.ts'
import type { JsonObject, JsonValue } from '../../resource-list/json.ts'
import type { PathProblem } from '../path-problem.ts'
import { locateValue } from './locate-value.ts'
import { schemaMessage } from './schema-problem.ts'
import {
  type SchemaError,
  type SchemaValidator,
  validateDataImportCron,
  validateHyperConvergedV1,
  validateHyperConvergedV1beta1,
} from './validators.generated.js'

export type CrdKind = 'DataImportCron' | 'HyperConvergedV1' | 'HyperConvergedV1beta1'

export interface CrdProblem extends PathProblem {
  /** What the schema has against the value: `required`, `type`, `enum`, `pattern` and so on, as JSON Schema names it. */
  keyword: string
  /** The value at the path, where it is a scalar: objects and lists may be endless. */
  value?: JsonValue
}

export interface CrdCheck {
  /** A copy of the object as the API server would hand it on, whether or not there are problems. */
  object: JsonObject
  problems: CrdProblem[]
}

const validators: Record<CrdKind, SchemaValidator> = {
  DataImportCron: validateDataImportCron,
  HyperConvergedV1: validateHyperConvergedV1,
  HyperConvergedV1beta1: validateHyperConvergedV1beta1,
}

/** Checks an object, which stays as it is, and prunes a copy of it. `status` is neither checked nor pruned. */
export function checkAgainstCrd(kind: CrdKind, object: JsonObject): CrdCheck {
  const pruned = copyWithoutNulls(object)
  const validate = validators[kind]
  const valid = validate(pruned)
  return { object: pruned, problems: valid ? [] : (validate.errors ?? []).map((error) => toProblem(pruned, error)) }
}

function toProblem(object: JsonObject, error: SchemaError): CrdProblem {
  const { path, value } = locateValue(object, error.instancePath)
  const problem = { path, message: schemaMessage(error, value), keyword: error.keyword }
  return value === undefined || (typeof value === 'object' && value !== null) ? problem : { ...problem, value }
}
