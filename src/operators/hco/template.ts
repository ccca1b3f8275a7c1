import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'

export { ARCHITECTURES_ANNOTATION } from '../../cluster/data-import-cron.ts'
export const ENABLE_ANNOTATION = 'dataimportcrontemplate.kubevirt.io/enable'

/** How a template came to be in the list. */
export type TemplateOrigin =
  | { readonly kind: 'common' }
  | { readonly kind: 'customised' | 'custom' /** place in the HyperConverged's list */; readonly index: number }

/** A template as HCO publishes it in `status.dataImportCronTemplates`, with where it came from. */
export interface EffectiveTemplate {
  readonly template: DataImportCronTemplate
  readonly origin: TemplateOrigin
  /** The annotation before the filter; undefined when there is none, or the switch is off. */
  readonly originalArchitectures: string | undefined
  /** The filter left nothing: condition `Deployed=False`, and no image is made. */
  readonly unsupported: boolean
}

/** The template's name; `''` when it has none, as Go has it. */
export function templateName({ metadata }: DataImportCronTemplate): string {
  return metadata.name ?? ''
}

/** An absent annotation means enabled; otherwise `true` in any letter case (golden_images.go). */
export function isEnabled({ metadata }: DataImportCronTemplate): boolean {
  const value = metadata.annotations?.[ENABLE_ANNOTATION]
  return value === undefined || value.toLowerCase() === 'true'
}

export function withAnnotations(
  template: DataImportCronTemplate,
  annotations: { [key: string]: string },
): DataImportCronTemplate {
  const metadata = { ...template.metadata, annotations }
  if (Object.keys(annotations).length === 0) Reflect.deleteProperty(metadata, 'annotations')
  return { ...template, metadata }
}

/** The place of a template in the HyperConverged's list; undefined for a common one that the list does not touch. */
export function originIndex(origin: TemplateOrigin): number | undefined {
  return origin.kind === 'common' ? undefined : origin.index
}

/** Where a template stands in the HyperConverged; the whole list for a common one that the list does not touch. */
export function templatePath(listPath: string, origin: TemplateOrigin): string {
  return origin.kind === 'common' ? listPath : `${listPath}[${origin.index}]`
}
