/** Why a registry gave no usable answer. */
export type RegistryErrorCode =
  | 'credentials-missing'
  | 'unauthorized'
  | 'credentials-refused'
  | 'forbidden'
  | 'not-found'
  | 'throttled'
  | 'registry-failed'
  | 'cut-off'
  | 'timed-out'
  | 'unreachable'
  | 'host-unknown'
  | 'certificate-untrusted'
  | 'no-tls'
  | 'redirect-refused'
  | 'challenge-unusable'
  | 'token-failed'
  | 'digest-mismatch'
  | 'too-large'
  | 'unreadable'
  | 'not-an-image'
  | 'proxy-refused'
  | 'auth-file-unreadable'
  | 'credential-helper-failed'

/** What is known of it; nothing of a credential, and of remote text only what `remoteText` lets through. */
export interface RegistryErrorFacts {
  /** Host and port that were asked. */
  readonly host?: string
  /** Host and port of the token service. */
  readonly realm?: string
  readonly status?: number
  /** In the words of whoever answered. */
  readonly detail?: string
  readonly retryAfterSeconds?: number
  /** Where the credentials stand. */
  readonly file?: string
}

export class RegistryError extends Error {
  readonly code: RegistryErrorCode
  readonly facts: RegistryErrorFacts
  /** It says something of the image, which an import would meet as well; any other says nothing of it. */
  readonly isAboutImage: boolean

  constructor(code: RegistryErrorCode, facts: RegistryErrorFacts = {}, isAboutImage = false) {
    super(code)
    this.code = code
    this.facts = facts
    this.isAboutImage = isAboutImage
  }
}

/** Text of a registry as it may be shown: printable ASCII, 200 characters at most. */
export function remoteText(text: string): string {
  return text
    .replace(/[^ -~]+/g, ' ')
    .trim()
    .slice(0, 200)
}
