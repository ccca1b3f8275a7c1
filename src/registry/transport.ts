/** One exchange with one host, and what it needs of a machine: the seam at which tests and sockets meet. */
export interface Transport {
  /** Throws a RegistryError when there is no whole answer. */
  readonly send: (request: TransportRequest) => Promise<TransportAnswer>
  /** Milliseconds. */
  readonly wait: (duration: number) => Promise<void>
  /** Milliseconds since some moment. */
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
}

export interface TransportRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly url: URL
  readonly headers: { readonly [name: string]: string }
  readonly body?: string
  /** In bytes, decompressed; more is `too-large`. */
  readonly limit: number
  /** A registry led here: a name must not resolve to where none may lead. */
  readonly isLed?: boolean
}

export interface TransportAnswer {
  readonly status: number
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

export function headerOf({ headers }: TransportAnswer, name: string): string | undefined {
  return headers.get(name)?.[0]
}
