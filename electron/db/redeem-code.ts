import { createHash } from 'node:crypto'
import { isAbsolute } from 'node:path'
import type { Client } from 'pg'
import { z } from 'zod'
import { ok } from '../../shared/result.ts'
import { BUILD } from '../build.ts'
import { withClient } from './admin.ts'
import { addressOf, type Connection } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { attempt, type Attempt, fault } from './fault.ts'
import { findPrimary } from './find-primary.ts'
import { type Expected, expectKnown } from './known-server.ts'
import { chooseConnection } from './open-server.ts'
import { newPassword, scramVerifier } from './scram.ts'
import { readSettings, writeSettings } from './settings.ts'

/** The login that turns codes into logins. Its password is no secret: it can do nothing without a code, and is closed while none is open. */
export const REDEEM_LOGIN = { user: 'corex_redeem', password: 'a code is needed as well' }

const answer = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('GOOD'), login: z.string() }),
  z.object({ verdict: z.literal('USED'), computer: z.string(), address: z.string(), at: z.string() }),
  z.object({ verdict: z.literal('EXPIRED'), at: z.string() }),
  z.object({ verdict: z.literal('OTHER_COMPUTER'), computer: z.string() }),
  z.object({ verdict: z.literal('TAKEN'), branch: z.string() }),
  z.object({ verdict: z.enum(['WRONG', 'TOO_OFTEN']) }),
])
export type Redeemed = z.infer<typeof answer>

/**
 * Turns a code into this computer's own login at that server, and saves it as the choice. The computer makes the password; the server only gets its
 * secret. Nothing is sent to a server that did not prove itself: by its certificate, or by a socket in a folder of our own.
 */
export async function redeemCode(
  target: Connection,
  code: string,
  expected: Expected,
  options: OpenOptions,
): Promise<Attempt<Redeemed>> {
  if (target.tls === 'off' && !isAbsolute(target.host)) return fault('TLS_REQUIRED', { host: target.host })
  const known = await locate(target, expected, options)
  if (!known.ok) return isClosed(known.error.code) ? noCodeOpen(target) : known
  const password = await passwordFor(addressOf(target), code, options)
  if (!password.ok) return password
  const asking = { ...known.value, ...REDEEM_LOGIN }
  const asked = await attempt(() =>
    withClient(asking, (client) => askWith(client, code, scramVerifier(password.value), options), {
      options: `-c corex.build=${BUILD} -c search_path=corex,pg_temp`,
    }),
  )
  if (!asked.ok) return isClosed(asked.error.code) ? noCodeOpen(target) : asked
  if (asked.value.verdict !== 'GOOD') return asked
  const own = { ...known.value, user: asked.value.login, password: password.value }
  const chosen = await chooseConnection(own, expected, options)
  return chosen.ok ? asked : chosen
}

/** The server of a list that takes changes; one alone is the one that is known, or may be another. */
async function locate(target: Connection, expected: Expected, options: OpenOptions) {
  if (target.places === undefined) return expected === 'known' ? expectKnown(target, options) : ok(target)
  const found = await findPrimary({ ...target, ...REDEEM_LOGIN }, expected, options)
  return found.ok ? ok(found.value.connection) : found
}

const noCodeOpen = (target: Connection) => fault('NO_CODE_OPEN', { address: addressOf(target) })

const isClosed = (code: string) => code === 'AUTHENTICATION_FAILED' || code === 'WORKSTATION_REVOKED'

/** Two statements, each its own transaction: the first writes down that the code was tried. */
async function askWith(client: Client, code: string, verifier: string, { workstationName }: OpenOptions) {
  const begun = await client.query<{ ticket: string }>('SELECT begin_enrolment($1, $2, $3) AS ticket', [
    code,
    workstationName,
    verifier,
  ])
  const { rows } = await client.query<{ answer: unknown }>('SELECT finish_enrolment($1, $2) AS answer', [
    begun.rows[0]?.ticket,
    verifier,
  ])
  return answer.parse(rows[0]?.answer)
}

/** The password that goes with a code: written down before it is sent, so that the same code again, after a lost answer, finds the same login. */
async function passwordFor(address: string, code: string, options: OpenOptions): Promise<Attempt<string>> {
  const { settingsFolder, secretBox } = options
  const settings = await readSettings(settingsFolder)
  if (!settings.ok) return settings
  const { pending } = settings.value
  const hash = createHash('sha256').update(code).digest('hex')
  if (pending?.address === address && pending.code === hash) return ok(secretBox.decrypt(pending.password))
  const password = newPassword()
  const noted = { address, password: secretBox.encrypt(password), code: hash }
  const saved = await writeSettings(settingsFolder, { ...settings.value, pending: noted })
  return saved.ok ? ok(password) : saved
}
