import { RegistryError, type RegistryErrorCode } from './registry-error.ts'

const BY_CODE: { readonly [code: string]: RegistryErrorCode } = {
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ETIMEDOUT: 'timed-out',
  ECONNRESET: 'cut-off',
  EPIPE: 'cut-off',
  ECONNABORTED: 'cut-off',
  HPE_HEADER_OVERFLOW: 'too-large',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
  ERR_SSL_HTTP_REQUEST: 'no-tls',
}

const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH)/

/** Node's words for what went wrong between us and a host. */
export function asRegistryError(error: Error, host: string): RegistryError {
  if (error instanceof RegistryError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const refusal = /^Bad response: (\d+)$/.exec(error.message)?.[1]
  if (refusal !== undefined) return new RegistryError('proxy-refused', { host, status: Number(refusal) })
  if (CERTIFICATE.test(code)) return new RegistryError('certificate-untrusted', { host, detail: code })
  if (code === 'HPE_HEADER_OVERFLOW') return new RegistryError('too-large', { host, detail: 'headers' })
  if (code.startsWith('HPE_')) return new RegistryError('unreadable', { host, detail: 'no HTTP' })
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (known !== undefined)
    return new RegistryError(known, { host, ...(error.message !== 'aborted' && { detail: code }) })
  if (error.message === 'Proxy timeout') return new RegistryError('timed-out', { host, detail: 'the proxy' })
  // An alert is TLS, and a word of the other side.
  if (code === 'EPROTO' || (code.startsWith('ERR_SSL_') && !code.includes('ALERT'))) {
    return new RegistryError('no-tls', { host, detail: code })
  }
  // Of the system, or of the TLS library: there are many.
  if (/^E[A-Z_0-9]+$/.test(code)) return new RegistryError('unreachable', { host, detail: code })
  throw error
}
