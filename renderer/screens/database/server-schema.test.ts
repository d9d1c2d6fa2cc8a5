import { expect, test } from 'vitest'
import { connectionOf, isUsable, serverSchema, splitAddress } from './server-schema.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
const accepts = (typed: { url?: string; authority?: string }) =>
  serverSchema.safeParse({ url: '', password: '', authority: '', ...typed }).success

test.each(['', 'postgresql://u:p@host:5432/db', 'postgres://host/db', 'postgresql://u@one,two:5433/db'])(
  '“%s” is an address',
  (url) => {
    expect(accepts({ url })).toBe(true)
  },
)

test('the password of an address of several servers leaves it, and they stay', () => {
  const typed = 'postgresql://ada:p%40ss@one,two:5433/db?sslmode=verify-full'
  const parts = splitAddress(typed)
  expect(parts).toEqual({ url: 'postgresql://ada@one,two:5433/db?sslmode=verify-full', password: 'p@ss' })
  expect(connectionOf({ url: parts?.url ?? '', password: 'p@ss', authority: '' }).url).toBe(typed)
})

test.each(['host', 'http://host/db', 'mysql://host/db', 'postgresql://u@one,two:x/db'])(
  '“%s” is no address of a PostgreSQL server',
  (url) => {
    expect(accepts({ url })).toBe(false)
  },
)

test('a certificate authority is a PEM certificate or absent', () => {
  expect(accepts({ authority: PEM })).toBe(true)
  expect(accepts({ authority: 'MIIB' })).toBe(false)
  expect(
    connectionOf({ url: 'postgres://host/db', password: '', authority: '' }).certificateAuthority,
  ).toBeNull()
  expect(connectionOf({ url: 'postgres://host/db', password: '', authority: PEM }).certificateAuthority).toBe(
    PEM,
  )
})

test('a workstation’s login can use a server only when its tables are up to date', () => {
  expect(isUsable({ login: 'workstation', schema: 'current' })).toBe(true)
  expect(isUsable({ login: 'workstation', schema: 'older' })).toBe(false)
  expect(isUsable({ login: 'administrator', schema: 'absent' })).toBe(true)
})

test.each(['secret', 'p@ss:w/rd?#%', 'å 100%25'])(
  'the password “%s” of an address leaves it, and reaches the server',
  (password) => {
    const parts = splitAddress(
      `postgresql://ada:${encodeURIComponent(password)}@host:5432/coreX-DB?sslmode=verify-full`,
    )
    expect(parts).toEqual({ url: 'postgresql://ada@host:5432/coreX-DB?sslmode=verify-full', password })
    const { url } = connectionOf({ url: parts?.url ?? '', password, authority: '' })
    expect(decodeURIComponent(new URL(url).password)).toBe(password)
  },
)

test.each([
  '',
  'postgresql://',
  'postgresql://ada:secr',
  'postgresql://ada:secret@',
  'postgresql://ada@host/db',
])('“%s” holds no password of an address that is whole', (url) => {
  expect(splitAddress(url)).toBeNull()
})

test('a password that still stands in the address when it is sent counts, and the address is sent as before once it is hidden', () => {
  const whole = { url: 'postgresql://ada:new@host/db', password: 'old', authority: '' }
  const hidden = { ...whole, ...splitAddress(whole.url) }
  expect(connectionOf(whole).url).toBe('postgresql://ada:new@host/db')
  expect(connectionOf(hidden)).toEqual(connectionOf(whole))
})
