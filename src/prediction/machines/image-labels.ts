/**
 * The labels that well-known images bring: variables of their config, which CDI makes labels of the volume. Source:
 * CDI doc/image-from-registry.md; containerdisks.
 */

interface KnownImage {
  /** What the address ends with, or holds. */
  readonly part: string
  readonly preference: string
  /** An image of another architecture names a preference of its own. */
  readonly hasVariants: boolean
}

const IMAGES: readonly KnownImage[] = [
  { part: '/containerdisks/fedora:', preference: 'fedora', hasVariants: true },
  { part: '/containerdisks/centos-stream:9', preference: 'centos.stream9', hasVariants: false },
  { part: '/containerdisks/centos-stream:10', preference: 'centos.stream10', hasVariants: false },
  { part: '/containerdisks/almalinux:9', preference: 'rhel.9', hasVariants: false },
  { part: '/containerdisks/almalinux:10', preference: 'rhel.10', hasVariants: false },
]

/** Undefined for an image that is not known. `architecture` is that of the platform; undefined: nobody chose one. */
export function labelsOfImage(
  url: string | undefined,
  architecture: string | undefined,
): ReadonlyMap<string, string> | undefined {
  const known =
    url === undefined
      ? undefined
      : IMAGES.find(({ part }) => (part.endsWith(':') ? url.includes(part) : url.endsWith(part)))
  if (!known || (known.hasVariants && architecture === undefined)) return undefined
  const suffix = known.hasVariants && architecture !== 'amd64' ? `.${architecture}` : ''
  return new Map([
    ['instancetype.kubevirt.io/default-instancetype', 'u1.medium'],
    ['instancetype.kubevirt.io/default-preference', `${known.preference}${suffix}`],
  ])
}
