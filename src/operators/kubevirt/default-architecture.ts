/** KubeVirt's default architecture. Source: KubeVirt pkg/virt-operator/util/config.go (SetDefaultArchitecture). */

export interface DefaultArchitectures {
  /** `spec.configuration.architectureConfiguration.defaultArchitecture`. */
  readonly configured: string
  /** `status.defaultArchitecture`, as it was. */
  readonly previous: string
  /** Where virt-operator runs. */
  readonly operator: string
}

/** What virt-operator writes into `status.defaultArchitecture`: a default that is taken out of the spec stays. */
export function chooseDefaultArchitecture({ configured, previous, operator }: DefaultArchitectures): string {
  return configured || previous || operator
}
