/** What somebody logs in with. Nothing of it may be in an error, a log, a lock or a process's arguments. */
export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** A refresh token, which a token service takes. */
  | { readonly kind: 'identity'; readonly token: string }

export interface FoundCredentials {
  readonly credentials: Credentials
  /** Where they stand, for people. */
  readonly file: string
}

/** Finds the credentials for a repository of a host; may throw a RegistryError. */
export type FindCredentials = (host: string, repository: string) => Promise<FoundCredentials | undefined>

export function basicAuthorization({ user, password }: Extract<Credentials, { kind: 'password' }>): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
