import { isJsonObject, type JsonValue, stringAt } from '../json/json.ts'
import { checkAgainstCrd } from '../kubernetes/crd/check-against-crd.ts'

export interface TemplateProblem {
  /** Below the list: `[0].spec.schedule`; `''` for the list itself. */
  readonly path: string
  readonly message: string
}

/** What is wrong with a list of common templates: each must be a template that the CRD takes, with a name and a spec. */
export function commonTemplateProblems(templates: JsonValue | undefined): TemplateProblem[] {
  if (!Array.isArray(templates)) return [{ path: '', message: 'must be a list of DataImportCronTemplates' }]
  const listPath = 'spec.dataImportCronTemplates'
  const { problems } = checkAgainstCrd('HyperConvergedV1beta1', {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged' },
    spec: { dataImportCronTemplates: templates },
  })
  const names = new Set<string>()
  return [
    ...problems.map(({ path, message }) => ({ path: path.slice(listPath.length), message })),
    ...templates.flatMap((template, index): TemplateProblem[] => {
      if (!isJsonObject(template)) return []
      const name = stringAt(template, 'metadata', 'name') ?? ''
      const repeated = names.has(name)
      names.add(name)
      if (name === '') return [{ path: `[${index}].metadata.name`, message: 'must have a name' }]
      if (repeated) return [{ path: `[${index}].metadata.name`, message: `must not be ${JSON.stringify(name)} twice` }]
      return isJsonObject(template.spec) ? [] : [{ path: `[${index}].spec`, message: 'must be there' }]
    }),
  ]
}
