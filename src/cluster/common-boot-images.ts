import { type JsonObject, valueAt } from '../json/json.ts'
import { isCommonBootImages } from './common-boot-images.generated.js'
import { describeCommonBootImages } from './common-boot-images-schema.ts'
import { commonTemplateProblems, type TemplateProblem } from './common-template-problems.ts'

/** What is wrong with a CommonBootImages item, by path within it. */
export function commonBootImagesProblems(item: JsonObject): TemplateProblem[] {
  if (!isCommonBootImages(item)) return describeCommonBootImages(item)
  return commonTemplateProblems(valueAt(item, 'spec', 'dataImportCronTemplates')).map(({ path, message }) => ({
    path: `spec.dataImportCronTemplates${path}`,
    message,
  }))
}
