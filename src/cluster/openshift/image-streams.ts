/**
 * The image streams that HCO makes on OpenShift and puts back when somebody changes them (hyperconverged-cluster-operator,
 * controllers/handlers/imageStream.go), by their names in OpenShift Virtualization 4.10 to 4.22: from its test suite, for
 * `rhel9-guest` and `rhel10-guest` seen on clusters too.
 */
const OPERATOR_STREAMS: readonly string[] = ['rhel8-guest', 'rhel9-guest', 'rhel10-beta-guest', 'rhel10-guest']

/** Whether a source's `imageStream`, a name and maybe a tag, is one of HCO's own. */
export function isOperatorStream(reference: string): boolean {
  return OPERATOR_STREAMS.includes(reference.split(':')[0] ?? '')
}
