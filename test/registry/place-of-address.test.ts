import { expect, test } from 'vitest'
import { followTo } from '../../src/registry/place-of-address.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'

function follow(from: string, to: string): string {
  try {
    return followTo(new URL(from), to, 'redirect-refused').href
  } catch (error) {
    if (error instanceof RegistryError) return error.facts.detail ?? ''
    throw error
  }
}

test.for([
  'http://127.0.0.1/x',
  'http://127.1/x',
  'http://2130706433/x',
  'http://0.0.0.0/x',
  'http://[::1]/x',
  'http://[::ffff:127.0.0.1]/x',
  'http://localhost/x',
  'http://LOCALHOST./x',
  'http://a.localhost/x',
])('nothing leads to loopback from elsewhere: %s', (to) => {
  expect(follow('http://registry.example.com', to)).toBe('it leads to loopback')
})

test.for(['http://169.254.169.254/latest', 'http://[fe80::1]/x', 'http://[::ffff:169.254.169.254]/x'])(
  'nothing leads to a link-local address: %s',
  (to) => {
    expect(follow('http://registry.example.com', to)).toBe('it leads to a link-local address')
    expect(follow('http://127.0.0.1:5000', to)).toBe('it leads to a link-local address')
  },
)

test('private networks, other ports and into TLS are allowed', () => {
  for (const to of ['https://10.0.0.1/x', 'https://192.168.1.1:9000/x', 'https://storage.example.com/x']) {
    expect(follow('http://registry.example.com', to)).toBe(to)
  }
  expect(follow('http://127.0.0.1:5000', 'http://localhost:6000/x')).toBe('http://localhost:6000/x')
  expect(follow('https://registry.example.com/v2/a', '../b')).toBe('https://registry.example.com/b')
})

test('nothing leads out of TLS, to a user, or elsewhere than HTTP', () => {
  expect(follow('https://registry.example.com', 'http://registry.example.com/x')).toBe('it leaves TLS')
  expect(follow('https://registry.example.com', 'https://a:b@storage.example.com/x')).toBe('it carries a user')
  expect(follow('https://registry.example.com', 'file:///etc/passwd')).toBe('neither http nor https')
  expect(follow('https://registry.example.com', 'https://[')).toBe('no address')
})
