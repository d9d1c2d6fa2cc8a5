import type { z } from 'zod'
import type { DomainError } from '../errors.ts'
import type { IntentWords } from './intent-words.ts'

export const ROLES = ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN', 'API_USER'] as const
export type Role = (typeof ROLES)[number]

/**
 * Who may call: anyone, even without signing in; everybody signed in, even with a temporary password; everybody signed in
 * with a password of their own; or the listed roles.
 */
export type Access = 'anyone' | 'temporary' | 'signed-in' | readonly Role[]

/**
 * WORK: its input has `work`; `work.progress` tells of it, and a call of the session ends it. STEPS: it does a part, answers how much is done,
 * and is called again, or not. OWN: an event of its area tells of it, and a call of its area ends it.
 */
export type LargeWork =
  | { readonly by: 'WORK' }
  | { readonly by: 'STEPS'; readonly done: string; readonly of: string }
  | { readonly by: 'OWN'; readonly told: string; readonly ended: string }

export const WORK: LargeWork = { by: 'WORK' }
export const stepsOf = (done: string, of: string): LargeWork => ({ by: 'STEPS', done, of })
export const toldBy = (told: string, ended: string): LargeWork => ({ by: 'OWN', told, ended })

type Spec<I extends z.ZodType, O extends z.ZodType, A extends Access, E extends DomainError> = {
  readonly input: I
  readonly output: O
  readonly roles: A
  readonly errors: readonly E[]
  /** Of a call that may take longer than a second where there is much: how it shows itself and is ended (docs/large-work.md). */
  readonly large?: LargeWork
  /**
   * Of a command that moves money: what it is in words. It carries a key, and is noted on the workstation's disk before it is sent. A
   * method, so that the dispatcher can call it for a name that is known only at run time, with the input that it has parsed.
   */
  moves?(input: z.output<I>): IntentWords
}

export type Operation = Spec<z.ZodType, z.ZodType, Access, DomainError> & {
  readonly kind: 'command' | 'query'
}

/** A call that changes something. */
export const command = <
  I extends z.ZodType,
  O extends z.ZodType,
  const A extends Access,
  const E extends DomainError,
>(
  spec: Spec<I, O, A, E>,
) => ({ kind: 'command' as const, ...spec })

/** A call that only reads, and may therefore be repeated at will. */
export const query = <
  I extends z.ZodType,
  O extends z.ZodType,
  const A extends Access,
  const E extends DomainError,
>(
  spec: Spec<I, O, A, E>,
) => ({ kind: 'query' as const, ...spec })
