import type { z } from 'zod'
import { accounts } from './contract/accounts.ts'
import { approvals } from './contract/approvals.ts'
import { archives } from './contract/archives.ts'
import { audit } from './contract/audit.ts'
import { backups, type BackupWork } from './contract/backups.ts'
import { books } from './contract/books.ts'
import { bankBranches } from './contract/bank-branches.ts'
import { branches } from './contract/branches.ts'
import { customers } from './contract/customers.ts'
import { database } from './contract/database.ts'
import { documents } from './contract/documents.ts'
import { health } from './contract/health.ts'
import { jobs } from './contract/jobs.ts'
import { keys } from './contract/keys.ts'
import { intents } from './contract/intents.ts'
import { journal } from './contract/journal.ts'
import { kyc } from './contract/kyc.ts'
import { limits } from './contract/limits.ts'
import { mandates } from './contract/mandates.ts'
import { passbooks } from './contract/passbooks.ts'
import { payments } from './contract/payments.ts'
import { postings } from './contract/postings.ts'
import { printers } from './contract/printers.ts'
import { products } from './contract/products.ts'
import { retention } from './contract/retention.ts'
import { scanners } from './contract/scanners.ts'
import { screening } from './contract/screening.ts'
import { sessions } from './contract/sessions.ts'
import { tills } from './contract/tills.ts'
import { users } from './contract/users.ts'
import { vault } from './contract/vault.ts'
import { watch } from './contract/watch.ts'
import { workstations } from './contract/workstations.ts'
import type { AnyCallError, CallFailure, DomainError } from './errors.ts'

/** Every call that the window may make to the main process: its input, its output, who may call it, and what can go wrong. */
export const contract = {
  ...sessions,
  ...database,
  ...users,
  ...workstations,
  ...customers,
  ...mandates,
  ...documents,
  ...keys,
  ...scanners,
  ...printers,
  ...kyc,
  ...retention,
  ...accounts,
  ...passbooks,
  ...postings,
  ...journal,
  ...limits,
  ...watch,
  ...products,
  ...payments,
  ...tills,
  ...vault,
  ...branches,
  ...bankBranches,
  ...books,
  ...approvals,
  ...intents,
  ...screening,
  ...backups,
  ...archives,
  ...jobs,
  ...health,
  ...audit,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What the window sends, before the schema's defaults and trims. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** What the use case receives. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>
/** The failures that this call declares. */
export type DeclaredError<N extends CallName> = Extract<Contract[N]['errors'][number], DomainError>

/** What travels back over IPC. */
export type Envelope<N extends CallName> =
  | { readonly ok: true; readonly value: CallOutput<N> }
  | { readonly ok: false; readonly error: CallFailure<DeclaredError<N> | AnyCallError> }

/** Sent by the main process of its own accord. */
export type Events = {
  /** The server went away or came back. */
  'connection.changed': { readonly connected: boolean }
  /** Signed in, out, locked, or the till or the day changed: the window has to fetch the session again. */
  'session.changed': Record<string, never>
  /** Something was proposed or decided, here or at another workstation. */
  'approvals.changed': Record<string, never>
  /** Something about the backups is different: how far they are, what was sealed, or a trouble. */
  'backups.changed': { readonly work: BackupWork | null }
  /** A job was asked for, went on or ended, here or at another workstation. */
  'jobs.changed': Record<string, never>
  /** How far a call is that may take longer than a second, in things of its own; `id` is the work that its input has. */
  'work.progress': { readonly id: string; readonly done: number; readonly of: number }
  /** How many pages of a file are done, of how many; `id` names the call that prepares it. */
  'documents.progress': { readonly id: string; readonly done: number; readonly of: number }
  /** How many pages of a scan are drawn; `id` names the call that scans. */
  'scanners.progress': { readonly id: string; readonly pages: number }
}
export type EventName = keyof Events
