import type { CallName, DeclaredError, Envelope } from '../../shared/contract.ts'
import type { TestWorkplace } from '../support/workplace.ts'

/** Arranges one refusal and makes the call that must be refused. */
export type Case<N extends CallName> = (workplace: TestWorkplace) => Promise<Envelope<N>>

/** One case for every error of every call: a missing or a superfluous one does not compile. */
export type Cases = {
  readonly [N in CallName as [DeclaredError<N>] extends [never] ? never : N]: {
    readonly [E in DeclaredError<N>]: Case<N>
  }
}
