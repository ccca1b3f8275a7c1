/** What a registry wants for an answer. */
export type Challenge =
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string }
  | { readonly scheme: 'basic' }

const SCHEME = /^\s*,?\s*([A-Za-z][A-Za-z0-9-]*)(?=\s|,|$)(?!\s*=)/
const PARAMETER = /^\s*,?\s*([A-Za-z][A-Za-z0-9_-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))/

interface Written {
  readonly scheme: string
  readonly parameters: Map<string, string>
}

/**
 * The challenge to take up of the values of `WWW-Authenticate` (RFC 9110), of which one header may hold several: a token
 * before a password; undefined when nothing of that is there.
 */
export function chooseChallenge(headers: readonly string[]): Challenge | undefined {
  const all = headers.flatMap(readChallenges)
  const bearer = all.find(({ scheme }) => scheme === 'bearer')
  if (!bearer) return all.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : undefined
  const { parameters } = bearer
  const service = parameters.get('service')
  const scope = parameters.get('scope')
  return {
    scheme: 'bearer',
    realm: parameters.get('realm') ?? '',
    ...(service !== undefined && { service }),
    ...(scope !== undefined && { scope }),
  }
}

function readChallenges(header: string): Written[] {
  const challenges: Written[] = []
  for (let rest = header; rest !== ''; ) {
    const scheme = SCHEME.exec(rest)
    const parameter = scheme ? null : PARAMETER.exec(rest)
    const [matched] = scheme ?? parameter ?? []
    if (matched === undefined) break
    if (scheme?.[1] !== undefined) challenges.push({ scheme: scheme[1].toLowerCase(), parameters: new Map() })
    const [, name = '', quoted, bare = ''] = parameter ?? []
    if (parameter) challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare)
    rest = rest.slice(matched.length)
  }
  return challenges
}
