import type { GoldenImagesSpec } from './golden-images-schema.ts'

/**
 * What one configuration says over another one that it extends: mappings field by field, and of everything else, lists
 * too, what is written last. Lists stay the same objects.
 */
export function overlaySpec(base: GoldenImagesSpec, own: GoldenImagesSpec): GoldenImagesSpec {
  const { architectures, emit, rules } = own
  return {
    ...base,
    ...own,
    ...(architectures && { architectures: { ...base.architectures, ...architectures } }),
    ...(rules && { rules: { ...base.rules, ...rules } }),
    ...(emit && { emit: overlayEmit(base.emit ?? {}, emit) }),
  }
}

type Emit = NonNullable<GoldenImagesSpec['emit']>

function overlayEmit(base: Emit, own: Emit): Emit {
  const { labels, annotations } = own
  return {
    ...base,
    ...own,
    ...(labels && { labels: { ...base.labels, ...labels } }),
    ...(annotations && { annotations: { ...base.annotations, ...annotations } }),
  }
}
