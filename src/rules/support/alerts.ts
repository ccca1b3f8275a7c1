import type { AlertName } from '../../operators/hco/alerts.ts'
import type { EffectiveTemplate } from '../../operators/hco/template.ts'
import type { Operating } from '../../prediction/prediction.ts'

/** The templates for which the alert of that name would fire. */
export function alertingTemplates({ alerts }: Operating, name: AlertName): EffectiveTemplate[] {
  return alerts.flatMap(({ alert, template }) => (alert === name ? (template ?? []) : []))
}
