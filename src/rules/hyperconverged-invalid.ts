import { hyperConvergedVersion, pathsOf } from '../cluster/hyperconverged-paths.ts'
import { stringAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const hyperConvergedInvalid: ClusterRule = {
  id: 'hyperconverged-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: 'The HyperConverged has a field of the wrong type, lacks a required one, or holds a value outside an enum.',
  why: "The API server holds the object against the CRD's schema and refuses it. In YAML it gets what kubectl makes of the text: without quotes y, n, yes, no, on and off are booleans, and 1_000, 010 and 0b11 numbers.",
  remediation: 'Correct the field at the path of the finding; quote what is meant as a text.',
  sources: [
    'hyperconverged-cluster-operator, deploy/crds/hco00.crd.yaml',
    'sigs.k8s.io/yaml v1.6.0, goyaml.v2/resolve.go, resolve',
  ],
  check: reportRefusals('hyperconverged-invalid', ({ message, path, templateIndex }, who, cluster) =>
    templateIndex === undefined
      ? `the API server refuses the HyperConverged: it ${message}${path === 'spec.featureGates' ? aboutGates(cluster) : ''}`
      : `the API server refuses the HyperConverged for ${who}: it ${message}`,
  ),
}

/** `spec.featureGates` is a map in v1beta1 and a list in v1, and people carry it from one to the other. */
function aboutGates({ hyperConverged, release }: ClusterPrediction): string {
  const version = hyperConvergedVersion(stringAt(hyperConverged, 'apiVersion'))
  if (version === 'v1beta1') return ` as in v1; the switch is \`${pathsOf(version).multiArchSwitch}\``
  return release.hasMultiArchField
    ? ` as in v1beta1; the switch is \`${pathsOf('v1').multiArchSwitch}\``
    : ' as in v1beta1; the switch is the entry `{name: enableMultiArchBootImageImport, state: Enabled}`'
}
