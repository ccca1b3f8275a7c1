import * as z from 'zod'
import type { JsonObject } from '../json/json.ts'
import type { TemplateProblem } from './common-template-problems.ts'
import { OWN_API_VERSION } from './kinds.ts'

/** An item that lists a cluster's own common templates. */
export const commonBootImagesSchema = z
  .strictObject({
    apiVersion: z.literal(OWN_API_VERSION),
    kind: z.literal('CommonBootImages'),
    metadata: z.looseObject({ name: z.string() }),
    spec: z.strictObject({
      dataImportCronTemplates: z
        .array(
          z.looseObject({
            metadata: z.looseObject({ name: z.string().min(1) }),
            spec: z.looseObject({
              managedDataSource: z.string(),
              schedule: z.string(),
              template: z.looseObject({ spec: z.looseObject({}) }),
            }),
          }),
        )
        .describe('As in the HyperConverged: the templates that it would start from.'),
    }),
  })
  .describe("A cluster's own common DataImportCronTemplates, instead of the upstream ones.")

/** Where an item is none, by path within it. */
export function describeCommonBootImages(item: JsonObject): TemplateProblem[] {
  const issues = commonBootImagesSchema.safeParse(item).error?.issues ?? []
  return issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), message }))
}
