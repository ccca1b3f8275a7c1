export const TOO_LONG = 'has a name or a path that is too long'

const WORDS: { readonly [code: string]: string } = {
  ENAMETOOLONG: TOO_LONG,
  ELOOP: 'is a link that leads in a circle',
  EACCES: 'can not be read (permission denied)',
  EPERM: 'can not be read (permission denied)',
}

/** What the operating system says, as the end of a sentence about a file. An error that is none of its is thrown on. */
export function failureOf(error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) throw error
  return WORDS[code] ?? `can not be read (${code})`
}

/** Whether nothing is at the path. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
