import type { FieldsByPlace } from '../../cluster/fields/unknown-fields.ts'
import type { HyperConvergedPaths } from '../../cluster/hyperconverged-paths.ts'

/** Whether what stands at a path of a HyperConverged decides on golden images: an architecture, a template, a switch. */
export function isDecisive(paths: HyperConvergedPaths): (path: string) => boolean {
  const placement = paths.workloadPlacement
  const decisive = [
    paths.templates,
    paths.multiArchSwitch,
    // A map of gates holds the switch, and others that decide nothing; of a list all entries are alike.
    ...(paths.multiArchSwitch.startsWith(`${paths.featureGates}.`) ? [] : [paths.featureGates]),
    paths.commonBootImages,
    paths.commonBootImageNamespace,
    `${placement}.nodeSelector`,
    `${placement}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`,
    'metadata.annotations',
  ]
  return (path) => decisive.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
}

/** All names of the one place, and of every other place those that decide on golden images. */
export function namesToAdvise(fields: FieldsByPlace, place: string, paths: HyperConvergedPaths): FieldsByPlace {
  const decides = isDecisive(paths)
  return new Map(
    [...fields].map(([other, names]) => [
      other,
      other === place ? names : names.filter((name) => decides(other === '' ? name : `${other}.${name}`)),
    ]),
  )
}
