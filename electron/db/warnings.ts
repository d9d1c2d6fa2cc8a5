import type { DatabaseWarning } from '../../shared/contract/database.ts'

/**
 * The first correction of each major version that closes CVE-2026-14664, -14669 and -14680: code of the attacker's in the server.
 * https://www.postgresql.org/support/security/ and docs/security.md. A newer major version has them from its first release.
 */
const PATCHED: Readonly<Record<number, number>> = { 15: 19, 16: 15, 17: 11, 18: 6 }

/** What of a server's state decides about warnings; `ownSettings` where nobody but the application sets it up. */
export type ServerState = {
  /** As in `server_version_num`: 180004 is 18.4. */
  readonly versionNumber: number
  readonly encrypted: boolean
  readonly logStatement: string
  /** -1: whole parameters, 0: none. */
  readonly logParameters: number
  readonly logParametersOnError: number
  /** Milliseconds from which a statement is logged for taking long; -1: never. */
  readonly logDuration: number
  readonly authenticationSeconds: number
  /** How many transactions may be left prepared, with all their locks, by whoever has begun them; 0: none. */
  readonly preparedTransactions: number
}

/** Numbers from pg_settings: what current_setting() answers of them may have a unit. */
export const SERVER_STATE = `
  current_setting('server_version_num')::int AS "versionNumber",
  current_setting('log_statement') AS "logStatement",
  (SELECT setting::int FROM pg_settings WHERE name = 'log_parameter_max_length') AS "logParameters",
  (SELECT setting::int FROM pg_settings WHERE name = 'log_parameter_max_length_on_error') AS "logParametersOnError",
  (SELECT max(setting::int) FROM pg_settings WHERE name IN ('log_min_duration_statement', 'log_min_duration_sample')) AS "logDuration",
  (SELECT setting::int FROM pg_settings WHERE name = 'authentication_timeout') AS "authenticationSeconds",
  current_setting('max_prepared_transactions')::int AS "preparedTransactions"`

const LONGEST_AUTHENTICATION_SECONDS = 15

/** What whoever looks after a server of the bank should change. Nothing is refused: the branch has to open. */
export function warningsAbout(state: ServerState, isOnSocket: boolean): DatabaseWarning[] {
  const found: ReadonlyArray<readonly [DatabaseWarning, boolean]> = [
    ['UNPATCHED', !isPatched(state.versionNumber)],
    ['LOGS_PARAMETERS', logsParameters(state)],
    ['WAITS_FOR_THE_SILENT', state.authenticationSeconds > LONGEST_AUTHENTICATION_SECONDS],
    ['KEEPS_PREPARED', state.preparedTransactions > 0],
    ['NOT_ENCRYPTED', !state.encrypted && !isOnSocket],
  ]
  return found.flatMap(([warning, applies]) => (applies ? [warning] : []))
}

const isPatched = (versionNumber: number): boolean => wantedVersion(versionNumber) === null

/** The version that a server lacks, such as `18.6`, or null where it has its corrections. */
export function wantedVersion(versionNumber: number): string | null {
  const major = Math.floor(versionNumber / 10_000)
  const wanted = PATCHED[major]
  return wanted === undefined || versionNumber % 10_000 >= wanted ? null : `${major}.${wanted}`
}

/** Passwords and session tokens are bind parameters. */
const logsParameters = (state: ServerState): boolean =>
  state.logParametersOnError !== 0 ||
  (state.logParameters !== 0 && (['all', 'mod'].includes(state.logStatement) || state.logDuration >= 0))
