import type { CommonTemplates } from '../../cluster/common-templates.ts'
import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { quote } from './wording.ts'

/**
 * Why a customised template does not have the common one's annotation any more, as a predicate: its registry differs. HCO
 * compares the whole object (hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go,
 * customizeCommonDICT).
 */
export function tellRemoval(
  common: DataImportCronTemplate,
  template: DataImportCronTemplate,
  removed: string,
  { product }: Pick<CommonTemplates, 'product'>,
): string {
  const [was, is] = [common, template].map((one) => one.spec?.template.spec.source?.registry ?? {})
  const gone = `so that one's ${quote(removed)} is removed`
  if (was?.url !== is?.url || was?.imageStream !== is?.imageStream) {
    return `has another registry than the common template of its name, ${gone}`
  }
  const wanted = was?.pullMethod
  if (wanted === undefined || is?.pullMethod !== undefined) {
    return `has the address of the common template of its name with other fields, which makes it another registry to HCO, ${gone}`
  }
  const rating = product ? ` (${product.ratings.pullMethod})` : ''
  return `has the address of the common template of its name without that one's \`pullMethod: ${wanted}\`${rating}, which makes it another registry to HCO, ${gone}: write \`pullMethod: ${wanted}\` to keep it`
}
