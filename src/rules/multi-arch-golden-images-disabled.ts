import type { HyperConverged } from '../cluster/hyperconverged.ts'
import type { Release } from '../cluster/release.ts'
import type { Problem } from '../findings/finding.ts'
import { findGate, MULTI_ARCH_GATE } from '../operators/hco/multi-arch.ts'
import { ARCHITECTURES_ANNOTATION } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { withProvenanceOfAll } from './support/provenance.ts'
import { list, quote } from './support/wording.ts'

export const multiArchGoldenImagesDisabled: ClusterRule = {
  id: 'HCOMultiArchGoldenImagesDisabled',
  severity: 'error',
  scope: 'operating',
  summary: 'VMs run on nodes of several architectures, and golden images are made for one of them only.',
  why: 'With the switch off, an image has the architecture of the node on which it happened to be imported. A VM that is scheduled to a node of another architecture does not boot.',
  remediation:
    'Turn the switch on and say the architectures of every custom image, or limit the workload placement to nodes of one architecture.',
  reference: 'https://kubevirt.io/monitoring/runbooks/HCOMultiArchGoldenImagesDisabled',
  check: (cluster) => {
    const { hyperConverged, nodeInformation, alerts, templates } = cluster.prediction
    if (!alerts.some(({ alert }) => alert === 'HCOMultiArchGoldenImagesDisabled')) return []
    const unannotated = hyperConverged.templates
      .filter(({ metadata }) => !metadata.annotations?.[ARCHITECTURES_ANNOTATION])
      .map(({ metadata }) => quote(metadata.name ?? ''))
    const { value, path, ...proposal } = switchOn(hyperConverged, cluster.release)
    const message = [
      `VMs run on nodes of ${list(nodeInformation.workloadsArchitectures)},`,
      `and golden images are made for one architecture only; ${value}`,
      unannotated.length > 0
        ? `, say the architectures of ${list(unannotated)} in \`${ARCHITECTURES_ANNOTATION}\`,`
        : ',',
      `or limit \`${hyperConverged.paths.workloadPlacement}\` to nodes of one architecture`,
    ]
      .join(' ')
      .replaceAll(' ,', ',')
    const ofProductAlone = templates.every(({ outcome, effective }) => !effective || outcome === 'common')
    return [
      {
        path,
        message: ofProductAlone ? withProvenanceOfAll(message, cluster) : message,
        ...proposal,
      },
    ]
  },
}

/** Where and how to turn the switch on: HCO 1.18 has no field for it in v1, a gate alone. */
function switchOn(
  { paths, multiArchSwitch, version }: HyperConverged,
  release: Release,
): Pick<Problem, 'currentValue' | 'proposedValue'> & { path: string; value: string } {
  if (version === 'v1beta1' || release.hasMultiArchField) {
    const current = version === 'v1beta1' ? multiArchSwitch.mapGate : multiArchSwitch.field
    return {
      path: paths.multiArchSwitch,
      value: 'set it to true',
      proposedValue: true,
      ...(current !== undefined && { currentValue: current }),
    }
  }
  const gate = findGate(multiArchSwitch.gates, release)
  return gate
    ? {
        path: `${paths.featureGates}[${multiArchSwitch.gates.indexOf(gate)}].state`,
        value: `enable "${MULTI_ARCH_GATE}"`,
        currentValue: 'Disabled',
        proposedValue: 'Enabled',
      }
    : { path: paths.featureGates, value: `add the entry \`{name: ${MULTI_ARCH_GATE}, state: Enabled}\`` }
}
