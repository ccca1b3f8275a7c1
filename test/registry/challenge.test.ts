import { expect, test } from 'vitest'
import { chooseChallenge } from '../../src/registry/challenge.ts'

test('a token comes before a password, wherever it stands', () => {
  const bearer = { scheme: 'bearer', realm: 'https://r/token', service: 's', scope: 'repository:a:pull,push' }
  const written = 'Bearer realm="https://r/token",service="s",scope="repository:a:pull,push"'
  expect(chooseChallenge([written])).toEqual(bearer)
  expect(chooseChallenge(['Basic realm="a, b"', written])).toEqual(bearer)
  expect(chooseChallenge([`Basic realm="a, b", ${written}`])).toEqual(bearer)
  expect(chooseChallenge([`Negotiate, ${written}, Basic realm=x`])).toEqual(bearer)
  expect(chooseChallenge(['bearer  realm = "https://r/\\"token"  '])).toEqual({
    scheme: 'bearer',
    realm: 'https://r/"token',
  })
})

test('what is no challenge of a known kind is none', () => {
  expect(chooseChallenge(['Basic'])).toEqual({ scheme: 'basic' })
  expect(chooseChallenge(['Negotiate', 'Digest realm="x"'])).toBeUndefined()
  expect(chooseChallenge([])).toBeUndefined()
  expect(chooseChallenge(['"', '=', ',,,', 'Bearer "'])).toEqual({ scheme: 'bearer', realm: '' })
})
