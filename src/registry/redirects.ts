import { followTo } from './place-of-address.ts'
import { RegistryError } from './registry-error.ts'
import { headerOf, type Transport, type TransportAnswer, type TransportRequest } from './transport.ts'

const MOST_HOPS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

/** Follows where a registry leads. Credentials are left behind. */
export async function sendFollowing(transport: Transport, request: TransportRequest): Promise<TransportAnswer> {
  const { authorization: _, ...headers } = request.headers
  let answer = await transport.send(request)
  let at = request.url
  for (let hops = 0; REDIRECTS.includes(answer.status); hops++) {
    if (hops === MOST_HOPS) throw refused(request, 'more than five hops')
    const location = headerOf(answer, 'location')
    if (location === undefined) throw refused(request, 'no address')
    at = followTo(at, location, 'redirect-refused')
    answer = await transport.send({ ...request, url: at, headers, isLed: at.host !== request.url.host })
  }
  return answer
}

function refused({ url }: TransportRequest, detail: string): RegistryError {
  return new RegistryError('redirect-refused', { host: url.host, detail })
}
