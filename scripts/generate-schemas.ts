/** Writes the JSON Schemas of the project's own objects into schemas/, from the zod schemas that check them. */
import { writeFileSync } from 'node:fs'
import * as z from 'zod'
import { commonBootImagesSchema } from '../src/cluster/common-boot-images.ts'
import { goldenImagesSchema } from '../src/config/golden-images-schema.ts'

const SCHEMAS = {
  'golden-images': goldenImagesSchema,
  'common-boot-images': commonBootImagesSchema,
}

for (const [name, schema] of Object.entries(SCHEMAS)) {
  const id = `https://golden-images.dev/schemas/v1alpha1/${name}.schema.json`
  const json = { $id: id, ...z.toJSONSchema(schema, { io: 'input' }) }
  writeFileSync(`schemas/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`)
}
