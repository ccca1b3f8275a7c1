import type { Problem } from '../../findings/finding.ts'
import { isJsonObject, type JsonObject, listAt, stringAt } from '../../json/json.ts'
import type { Refusal, RefusalCause } from '../../operators/refusal.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import { type Prediction, refusalsOf } from '../../prediction/prediction.ts'
import { quote } from './wording.ts'

/** What a rule says of one refusal; `who` names the template, as `template "a" (DataSource "b")`. */
type Describe<P extends Prediction> = (refusal: Refusal, who: string, cluster: ClusterPrediction<P>) => string

/** The check of a rule that reports one kind of refusal by the API server, HCO or SSP. */
export function reportRefusals<P extends Prediction>(
  cause: RefusalCause,
  describe: Describe<P>,
  because?: readonly string[],
) {
  return (cluster: ClusterPrediction<P>): Problem[] => {
    return refusalsOf(cluster.prediction)
      .filter((refusal) => refusal.cause === cause)
      .map((refusal) => {
        const entry = findEntry(cluster.hyperConverged, refusal)
        return {
          message: describe(refusal, entry ? nameEntry(entry) : 'this template', cluster),
          path: refusal.path,
          ...(because && { because }),
          ...(refusal.value !== undefined && { currentValue: refusal.value }),
          ...(entry && { template: stringAt(entry, 'metadata', 'name') ?? '' }),
        }
      })
  }
}

/** The entry as it was written: a HyperConverged that the CRD refuses is read no further. */
function findEntry(hyperConverged: JsonObject, { path, templateIndex }: Refusal): JsonObject | undefined {
  if (templateIndex === undefined) return undefined
  const list = path.startsWith('spec.workloadSources')
    ? ['spec', 'workloadSources', 'dataImportCronTemplates']
    : ['spec', 'dataImportCronTemplates']
  const entry = listAt(hyperConverged, ...list)[templateIndex]
  return isJsonObject(entry) ? entry : undefined
}

function nameEntry(entry: JsonObject): string {
  const name = stringAt(entry, 'metadata', 'name') ?? ''
  const dataSource = stringAt(entry, 'spec', 'managedDataSource')
  return `template ${quote(name)}${dataSource === undefined ? '' : ` (DataSource ${quote(dataSource)})`}`
}
