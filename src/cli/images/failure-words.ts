import type { RegistryErrorCode, RegistryErrorFacts } from '../../registry/registry-error.ts'

type Describe = (facts: RegistryErrorFacts, host: string) => string

/** What happened and what to do, by code; nothing of it is a credential. */
const WORDS: { readonly [code in RegistryErrorCode]: Describe } = {
  'credentials-missing': (_, host) =>
    `${host} wants a login, and none is known; try \`podman login ${host}\`. Some registries say so of repositories that do not exist, too`,
  unauthorized: ({ file }, host) =>
    `${host} did not let the login of ${file} in. Some registries say so of repositories that do not exist, too`,
  'credentials-refused': ({ file }, host) => `${host} refused the login of ${file}`,
  forbidden: (_, host) => `the login may not read this repository of ${host}`,
  'not-found': () => 'there is no such image',
  throttled: ({ retryAfterSeconds }, host) =>
    `${host} has had too many requests${retryAfterSeconds === undefined ? '' : `; it wants to be asked again in ${Math.ceil(retryAfterSeconds)} seconds`}`,
  'registry-failed': ({ status }, host) => `${host} failed with status ${status}`,
  'cut-off': (_, host) => `${host} cut its answer off`,
  'timed-out': (_, host) => `${host} did not answer in time`,
  unreachable: (_, host) => `${host} can not be reached`,
  'host-unknown': (_, host) => `${host} is not known by name`,
  'certificate-untrusted': (_, host) =>
    `the certificate of ${host} is not trusted; name its authority by --ca, by \`certConfigMap\`, or in /etc/containers/certs.d/${host}`,
  'no-tls': (_, host) => `${host} speaks no TLS; if that is meant, --insecure-registry ${host}`,
  'redirect-refused': (_, host) => `${host} leads elsewhere, and is not followed`,
  'challenge-unusable': (_, host) => `${host} names a token service that is not asked`,
  'token-failed': ({ realm }) => `the token service ${realm} gave no token`,
  'digest-mismatch': (_, host) => `what ${host} sent has another digest than it must have`,
  'too-large': (_, host) => `${host} sent more than an image's documents can have`,
  unreadable: (_, host) => `what ${host} sent can not be read`,
  'not-an-image': () => 'what is there is no image',
  'proxy-refused': (_, host) => `the proxy does not let requests to ${host} through`,
  'auth-file-unreadable': ({ file }) => `${file} is no auth file`,
  'credential-helper-failed': (_, host) => `the credential helper for ${host} gave no login`,
}

/** In one line: words of ours, then the registry's, cut to printable ASCII. */
export function describeFailure(code: RegistryErrorCode, facts: RegistryErrorFacts): string {
  const { host = 'the registry', detail, status } = facts
  const shown = detail ?? (status === undefined ? undefined : `status ${status}`)
  return `${WORDS[code](facts, host)}${shown === undefined || shown === '' ? '' : ` (${shown})`}`
}
