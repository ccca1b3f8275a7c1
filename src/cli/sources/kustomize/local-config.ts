import { LOCAL_CONFIG } from '../../../cluster/item-location.ts'

/** Stands for the annotation in a copy: what has that kustomize drops, an old one as soon as it is read. */
const KEPT = 'golden-images.dev/local-config'

/** As a JSON pointer has it. */
const pointer = (name: string) => name.replaceAll('/', '~1')

export function keepLocalConfig(text: string): string {
  return text.replaceAll(LOCAL_CONFIG, KEPT).replaceAll(pointer(LOCAL_CONFIG), pointer(KEPT))
}

export function restoreLocalConfig(text: string): string {
  return text.replaceAll(KEPT, LOCAL_CONFIG)
}
