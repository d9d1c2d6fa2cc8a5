import { z } from 'zod'
import type { CallInput, CallOutput } from '../../../shared/contract.ts'
import { addressesIn, inOneAddress } from '../../../shared/rules/server-list.ts'
import { i18n } from '../../i18n/i18n.ts'

// Leaving a field empty is not marked as wrong: the test of the connection says so.
const isServerUrl = (text: string) =>
  text === '' || addressesIn(text).every((each) => /^postgres(ql)?:$/.test(URL.parse(each)?.protocol ?? ''))
const isPem = (text: string) => text === '' || /-----BEGIN CERTIFICATE-----[\s\S]+-----END/.test(text)

/** A server's address, the login's password, and the certificate authority (PEM) that signed its certificate, where the system does not know it. */
export const serverSchema = z.object({
  url: z
    .string()
    .trim()
    .refine(isServerUrl, { error: () => i18n.t('database:urlRule') }),
  password: z.string(),
  authority: z
    .string()
    .trim()
    .refine(isPem, { error: () => i18n.t('database:authorityRule') }),
})

/** What the calls take for what was typed: the password is part of the address there, and one that stands in the address already counts. */
export function connectionOf(typed: z.output<typeof serverSchema>): CallInput<'database.testConnection'> {
  const { url, password } = splitAddress(typed.url) ?? typed
  return {
    url: withPassword(url, password),
    certificateAuthority: typed.authority === '' ? null : typed.authority,
  }
}

const withPassword = (url: string, password: string): string =>
  inOneAddress(url, (single) => {
    const address = URL.parse(single)
    if (address === null || password === '') return single
    address.password = encodeURIComponent(password)
    return address.href
  })

/** An address that holds a password, taken apart so that nobody reads it over a shoulder; null for one without. */
export function splitAddress(url: string): { readonly url: string; readonly password: string } | null {
  let password = ''
  const without = inOneAddress(url.trim(), (single) => {
    const address = URL.parse(single)
    if (address === null || address.password === '' || address.hostname === '') return single
    password = decoded(address.password)
    address.password = ''
    return address.href
  })
  return password === '' ? null : { url: without, password }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that stands for itself
  }
}

export type ConnectionReport = CallOutput<'database.testConnection'>

/** Whether this login can work there: it can create or update the tables, or they are up to date already. */
export const isUsable = ({ login, schema }: Pick<ConnectionReport, 'login' | 'schema'>): boolean =>
  login === 'administrator' || schema === 'current'
