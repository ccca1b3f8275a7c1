import type { JsonObject, JsonValue } from '../../json/json.ts'
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

const validators: Record<CrdKind, SchemaValidator> = {
  DataImportCron: validateDataImportCron,
  HyperConvergedV1: validateHyperConvergedV1,
  HyperConvergedV1beta1: validateHyperConvergedV1beta1,
}

/** All that a definition has against an object without nulls, which it prunes. */
export function findCrdProblems(kind: CrdKind, object: JsonObject): CrdProblem[] {
  const validate = validators[kind]
  return validate(object) ? [] : (validate.errors ?? []).map((error) => toProblem(object, error))
}

function toProblem(object: JsonObject, error: SchemaError): CrdProblem {
  const { path, value } = locateValue(object, error.instancePath)
  const problem = { path, message: schemaMessage(error, value), keyword: error.keyword }
  return value === undefined || (typeof value === 'object' && value !== null) ? problem : { ...problem, value }
}
