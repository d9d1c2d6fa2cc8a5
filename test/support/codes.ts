import { createHmac } from 'node:crypto'
import { base32 } from '@scure/base'
import { only, type Queryable } from './queries.ts'
import { PASSWORD } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

/** RFC 4226, section 5.3, as a device works it out: apart from the database's own. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** A person's device: its code now, or so many half minutes from now. */
export type Device = {
  readonly code: (stepsFromNow?: number) => string
  readonly secret: Buffer
  readonly recoveryCodes: readonly string[]
}

const bytesOf = (secret: string) => Buffer.from(base32.decode(secret.replaceAll(' ', '')))

export const deviceOf = (secret: string): Device['code'] => {
  const bytes = bytesOf(secret)
  return (stepsFromNow = 0) => codeOf(bytes, Math.floor(Date.now() / 30_000) + stepsFromNow)
}

/** Sets a device up for whoever is signed in, by the code of the half minute before, so that later ones are left to be used. */
export async function enrol(workplace: TestWorkplace, password: string | null = PASSWORD): Promise<Device> {
  const { secret } = await workplace.call('sessions.beginEnrolment', { password })
  const code = deviceOf(secret)
  return {
    code,
    secret: bytesOf(secret),
    ...(await workplace.call('sessions.confirmEnrolment', { code: code(-1) })),
  }
}

/** As if half a minute had passed for everybody: codes that were used are forgotten. */
export const forgetUsedCodes = (superuser: Queryable) =>
  superuser.query('UPDATE corex.second_factors SET last_step = 0')

/** As if everybody had last given a code six minutes ago. */
export const letCodesGrowOld = (superuser: Queryable) =>
  superuser.query(`UPDATE corex.sessions SET proven_at = clock_timestamp() - interval '6 minutes'`)

/** The first of the two calls by which a code is given: answers the ticket. */
export const begin = async (db: Queryable, code: string, key: Buffer | null) =>
  only((await db.query<{ ticket: string }>('SELECT begin_code($1, $2) AS ticket', [code, key])).rows).ticket

/** The second: whether it was right. */
export const finish = async (db: Queryable, ticket: string) =>
  only((await db.query<{ right: boolean }>('SELECT finish_code($1) AS "right"', [ticket])).rows).right

export const giveCode = async (db: Queryable, code: string, key: Buffer | null) =>
  finish(db, await begin(db, code, key))
