/**
 * Writes the JSON Schemas of the project's own objects into schemas/, from the zod schemas that check them, and that of
 * the functionConfig into the KRMFunctionDefinition.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import * as z from 'zod'
import { commonBootImagesSchema } from '../src/cluster/common-boot-images-schema.ts'
import { goldenImagesSchema } from '../src/config/golden-images-schema.ts'
import { reportSchema } from '../src/formats/findings/report-schema.ts'
import { imagesLockSchema } from '../src/lock/images-lock-schema.ts'
import { toOpenApi } from './open-api.ts'

const SCHEMAS = {
  'golden-images': goldenImagesSchema,
  'common-boot-images': commonBootImagesSchema,
  'images-lock': imagesLockSchema,
  report: reportSchema,
}
const DEFINITION = 'functions/golden-images/krm-function-definition.yaml'

for (const [name, schema] of Object.entries(SCHEMAS)) {
  const id = `https://golden-images.dev/schemas/v1alpha1/${name}.schema.json`
  const json = { $id: id, ...z.toJSONSchema(schema, { io: 'input' }) }
  writeFileSync(`schemas/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`)
}

const definition = parseDocument(readFileSync(DEFINITION, 'utf8'))
const openApi = definition.createNode(toOpenApi(z.toJSONSchema(goldenImagesSchema, { io: 'input' })), {
  aliasDuplicateObjects: false,
})
definition.setIn(['spec', 'versions', 0, 'schema', 'openAPIV3Schema'], openApi)
writeFileSync(DEFINITION, definition.toString({ lineWidth: 120 }))
