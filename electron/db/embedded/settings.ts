import type { Entrance } from './entrance.ts'

/**
 * Settings of the embedded server, given on its command line so that no edit of a file can weaken them.
 * Bind parameters never reach the log, because passwords and session tokens are among them.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  // By this the functions know that backups are this application's (migrations/code/jobs/periods.sql).
  cluster_name: 'corex',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  // A connection that never says who it is holds a place for so long, and no workstation gets those of the supervisor.
  authentication_timeout: '5s',
  superuser_reserved_connections: '5',
  temp_file_limit: '1GB',
  // What a backup that cannot go on may hold of the log; past it the slot is given up, and never the branch.
  max_slot_wal_keep_size: '4GB',
  // It keeps which pages changed, so that a backup can copy those alone. Older than this a full backup is due anyway.
  summarize_wal: 'on',
  wal_summary_keep_time: '10d',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Without the values of the rows that failed.
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  logging_collector: 'on',
  log_directory: 'log',
  // One file for each weekday, overwritten a week later: the log never holds more than a week.
  log_filename: 'server-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  // %e is the SQLSTATE, by which a failed start is understood.
  log_line_prefix: '%m [%p] %e %u@%d ',
}

/** Which program started a server. The server writes its arguments into `postmaster.opts`, where another program reads it. */
const PROGRAM = 'corex.program'

/** The process number of the program that started a server with these arguments, or null where they do not say. */
export function programIn(commandLine: string): number | null {
  const said = /corex\.program=(\d+)/.exec(commandLine)?.[1]
  return said === undefined ? null : Number(said)
}

/** The arguments of `postgres` for a cluster, an entrance and what a caller wants otherwise (tests switch fsync off). */
export function serverArguments(
  cluster: string,
  entrance: Entrance,
  others: Readonly<Record<string, string>>,
): string[] {
  const settings = Object.entries({
    ...SETTINGS,
    ...entrance.settings,
    ...others,
    [PROGRAM]: String(process.pid),
    port: String(entrance.port),
  })
  return ['-D', cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
