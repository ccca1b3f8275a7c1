/** IPv6 addresses without a zone. Source: Go's net/netip/netip.go (parseIPv6, parseIPv4Fields). */

/** Whether a text is an IPv6 address, the last 32 bits of which may be written as an IPv4 address. */
export function isIpV6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return false
  const before = groups(head)
  const after = groups(tail ?? '')
  const all = [...before, ...after]
  const last = all.at(-1)
  const endsInIpV4 = last?.includes('.') === true && (tail === undefined || after.length > 0)
  const hexadecimal = endsInIpV4 ? all.slice(0, -1) : all
  const length = hexadecimal.length + (endsInIpV4 ? 2 : 0)
  return (
    hexadecimal.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) &&
    (!endsInIpV4 || isIpV4(last)) &&
    // A `::` stands for at least one group.
    (tail === undefined ? length === 8 : length < 8)
  )
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

function isIpV4(text: string): boolean {
  const octets = text.split('.')
  return octets.length === 4 && octets.every((octet) => /^(0|[1-9][0-9]{0,2})$/.test(octet) && Number(octet) <= 255)
}
