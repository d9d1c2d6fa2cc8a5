import { expect, test } from 'vitest'
import { connectionOf, isUsable, serverSchema } from './server-schema.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
const accepts = (typed: { url?: string; authority?: string }) =>
  serverSchema.safeParse({ url: '', authority: '', ...typed }).success

test.each(['', 'postgresql://u:p@host:5432/db', 'postgres://host/db'])('“%s” is an address', (url) => {
  expect(accepts({ url })).toBe(true)
})

test.each(['host', 'http://host/db', 'mysql://host/db'])(
  '“%s” is no address of a PostgreSQL server',
  (url) => {
    expect(accepts({ url })).toBe(false)
  },
)

test('a certificate authority is a PEM certificate or absent', () => {
  expect(accepts({ authority: PEM })).toBe(true)
  expect(accepts({ authority: 'MIIB' })).toBe(false)
  expect(connectionOf({ url: 'postgres://host/db', authority: '' }).certificateAuthority).toBeNull()
  expect(connectionOf({ url: 'postgres://host/db', authority: PEM }).certificateAuthority).toBe(PEM)
})

test('a workstation’s login can use a server only when its tables are up to date', () => {
  expect(isUsable({ login: 'workstation', schema: 'current' })).toBe(true)
  expect(isUsable({ login: 'workstation', schema: 'older' })).toBe(false)
  expect(isUsable({ login: 'administrator', schema: 'absent' })).toBe(true)
})
