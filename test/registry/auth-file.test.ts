import { expect, test } from 'vitest'
import { authKeys, plainHost, readAuthFile } from '../../src/registry/auth-file.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'

const auth = (text: string) => Buffer.from(text).toString('base64')

test('hosts as the container tools and Docker write them', () => {
  expect(plainHost('https://index.docker.io/v1/')).toBe('docker.io')
  expect(plainHost('index.docker.io')).toBe('docker.io')
  expect(plainHost('https://quay.io')).toBe('quay.io')
  expect(plainHost('registry.example.com:5000/team/')).toBe('registry.example.com:5000/team')
})

test('the closest name counts', () => {
  expect(authKeys('quay.io', 'a/b/c')).toEqual(['quay.io/a/b/c', 'quay.io/a/b', 'quay.io/a', 'quay.io'])
})

test('passwords hold colons, and Docker leaves empty entries beside its store', () => {
  const text = JSON.stringify({
    auths: { 'quay.io': { auth: auth('me:a:b\0') }, 'ghcr.io': {}, 'a.example': { username: 'u', password: 'p' } },
    credsStore: 'desktop',
  })
  const { auths, store } = readAuthFile(text, 'config.json')
  expect(auths.get('quay.io')).toEqual({ kind: 'password', user: 'me', password: 'a:b' })
  expect(auths.get('a.example')).toEqual({ kind: 'password', user: 'u', password: 'p' })
  expect(auths.has('ghcr.io')).toBe(false)
  expect(store).toBe('desktop')
  expect(readAuthFile(`{"quay.io": {"auth": "${auth('me:p')}"}}`, '.dockercfg').auths.size).toBe(1)
})

test('what is none says nothing of what it holds', () => {
  const read = () => readAuthFile('{"auths": {"quay.io": {"auth": "c2VjcmV0', 'auth.json')
  expect(read).toThrow(RegistryError)
  expect(() => readAuthFile('[]', 'auth.json')).toThrow('auth-file-unreadable')
})
