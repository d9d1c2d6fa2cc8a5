import { type PostingText, postSql } from '../support/posting-functions.ts'

/** Who sends a statement: the workstation's login without a token, or with that of a signed-in person. */
export type Actor = 'nobody' | 'teller' | 'auditor' | 'supervisor' | 'admin' | 'apiUser'

export const ACTORS = ['nobody', 'teller', 'auditor', 'supervisor', 'admin', 'apiUser'] as const

/** Why it is refused; `message` only where PostgreSQL names nothing else, as with missing privileges. */
export type Refused = {
  readonly sqlstate: string
  readonly constraint?: string
  readonly message?: string
}

export type Expectation = Refused | { readonly rows: 0 }

/**
 * One attack. `{names}` are filled in from the attacked branch. Of several steps, all but the last have to work; the
 * step `RECONNECT` starts a new connection of the same person.
 */
export type Attack = {
  readonly name: string
  readonly as: Actor
  readonly sql: string | readonly string[]
  readonly expect: Expectation
}

export const RECONNECT = 'RECONNECT'

/** A refusal by a rule of the bank, by its name. */
export const refused = (constraint: string): Refused => ({ sqlstate: 'CX000', constraint })

/** No privilege on that object, such as `table entries`. */
export const denied = (object: string): Refused => ({
  sqlstate: '42501',
  message: `permission denied for ${object}`,
})

/** Only the owner of that object may. */
export const notOwner = (object: string): Refused => ({
  sqlstate: '42501',
  message: `must be owner of ${object}`,
})

/** Privileges of the server, with the words by which it refuses. */
export const forbidden = (message: string): Refused => ({ sqlstate: '42501', message })

/** A CHECK, or another constraint, by its name. */
export const violates = (sqlstate: '23502' | '23503' | '23505' | '23514', constraint?: string): Refused => ({
  sqlstate,
  ...(constraint === undefined ? {} : { constraint }),
})

export const nothing: Expectation = { rows: 0 }

/** A statement that posts 1 USD from the teller's till to a savings account, unless an attack says otherwise. */
export const depositSql = (changes: Partial<PostingText> = {}, schema = ''): string =>
  postSql({ from: '{cash0}', to: '{savings}', ...changes }, schema)

/** An attack of one statement. */
export const call = (name: string, as: Actor, sql: string, expect: Refused): Attack => ({
  name,
  as,
  sql,
  expect,
})
