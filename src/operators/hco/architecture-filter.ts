/**
 * The parts of the annotation that are exactly a workload architecture, in the annotation's order. HCO neither trims nor
 * folds case nor drops repetitions (hyperconverged-cluster-operator, golden_images.go, removeUnsupportedArchs).
 */
export function filterArchitectures(annotation: string, workloadArchitectures: readonly string[]): string {
  return annotation
    .split(',')
    .filter((architecture) => workloadArchitectures.includes(architecture))
    .join(',')
}
