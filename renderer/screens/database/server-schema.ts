import { z } from 'zod'
import type { CallInput, CallOutput } from '../../../shared/contract.ts'
import { i18n } from '../../i18n/i18n.ts'

// Leaving a field empty is not marked as wrong: the test of the connection says so.
const isServerUrl = (text: string) => text === '' || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')
const isPem = (text: string) => text === '' || /-----BEGIN CERTIFICATE-----[\s\S]+-----END/.test(text)

/** A server's address, and the certificate authority (PEM) that signed its certificate, where the system does not know it. */
export const serverSchema = z.object({
  url: z
    .string()
    .trim()
    .refine(isServerUrl, { error: () => i18n.t('database:urlRule') }),
  authority: z
    .string()
    .trim()
    .refine(isPem, { error: () => i18n.t('database:authorityRule') }),
})

/** What the calls take for what was typed. */
export const connectionOf = ({
  url,
  authority,
}: z.output<typeof serverSchema>): CallInput<'database.testConnection'> => ({
  url,
  certificateAuthority: authority === '' ? null : authority,
})

export type ConnectionReport = CallOutput<'database.testConnection'>

/** Whether this login can work there: it can create or update the tables, or they are up to date already. */
export const isUsable = ({ login, schema }: Pick<ConnectionReport, 'login' | 'schema'>): boolean =>
  login === 'administrator' || schema === 'current'
