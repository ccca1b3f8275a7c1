import type { HyperConverged } from '../../cluster/hyperconverged.ts'
import { isOperatorStream } from '../../cluster/openshift/image-streams.ts'

/** HCO takes other tags away from its streams. */
export const IMAGE_STREAM_TAG = 'latest'

/** The namespace of one of HCO's own streams; `deleted` with the common images switched off. */
export type ImageStreamPlace = { readonly namespace: string } | 'deleted'

/**
 * Where HCO keeps the image stream of that name: with the common images, which it moves and deletes them with; undefined
 * for a stream that is not HCO's (hyperconverged-cluster-operator, controllers/handlers/imageStream.go, Ensure and
 * checkCustomNamespace).
 */
export function placeOfImageStream(
  name: string,
  { commonBootImages, commonBootImageNamespace }: HyperConverged,
  goldenImagesNamespace: string,
): ImageStreamPlace | undefined {
  if (!isOperatorStream(name)) return undefined
  return commonBootImages ? { namespace: commonBootImageNamespace || goldenImagesNamespace } : 'deleted'
}
