import type { FaultCode } from '../../../shared/faults.ts'

/** What the person at the workstation reads when the database cannot be used, and what to do about it. */
export const faults = {
  EMBEDDED_DAMAGED:
    'The database on this computer is damaged. Restore it from a backup, or connect to a server.',
  EMBEDDED_NEWER: 'The database on this computer belongs to a newer program. Install the newer program.',
  EMBEDDED_OLDER:
    'The data on this computer is of an older version of PostgreSQL, which this release does not bring along. An export of the release before is loaded instead; the data stays as it is.',
  EMBEDDED_IN_USE:
    'Another program has the database on this computer open. Close that program, then try again.',
  EMBEDDED_START_FAILED:
    'The database on this computer did not start. Try again; the program’s log says why.',
  DISK_FULL: 'The disk is full. Free some space, then try again.',
  NO_PERMISSION: 'The program may not write into its data folder. Ask whoever looks after this computer.',
  SETTINGS_DAMAGED:
    'The saved connection cannot be read. Enter it again where that is offered, or ask whoever looks after this computer.',
  URL_INVALID: 'This is not the address of a PostgreSQL server.',
  SERVER_UNREACHABLE: 'The server does not answer. Check the network and the address, then try again.',
  SERVER_TOO_OLD: 'The server’s PostgreSQL is too old. Version 15 or newer is needed.',
  TLS_REQUIRED: 'The server does not encrypt its connections, so this program does not use it.',
  TLS_FAILED:
    'The server’s certificate could not be verified. Enter the certificate authority that signed it.',
  SERVER_NOT_PROVEN:
    'Other users of this computer can change the folder of the database’s socket, so nothing was sent to it. Ask whoever looks after this computer.',
  SCRAM_REQUIRED:
    'The server does not ask for the password by SCRAM, so nothing was sent to it. Its administrator sets scram-sha-256 in pg_hba.conf.',
  SERVER_CHANGED:
    'Another server answers at this address than the one that this workstation knows, so nothing was sent to it. Ask whoever looks after the server whether it was moved or renewed; docs/security.md says how the new one is accepted.',
  SERVER_STANDBY:
    'Only a standby answers, which takes no changes. As soon as it takes over, or the server is back, the work goes on. Tell whoever looks after the server.',
  SERVER_BEHIND:
    'The server that answers was replaced by another one and lacks what was posted there since, so this workstation does not work with it. Whoever looks after the server switches it off and makes it a standby; docs/scale.md says how.',
  ADMINISTRATOR_NEEDED:
    'This workstation is set up, so only an administrator who is signed in connects it to another database.',
  CLOCK_WRONG:
    'A clock is wrong: this computer’s, the server’s or the newest record’s time does not fit the others. Correct the clock, then try again. If it is right, docs/security.md says how that is confirmed.',
  AUTHENTICATION_FAILED: 'The server refused the user name or the password in the address.',
  WORKSTATION_REVOKED:
    'This workstation may not work with the server any more: an administrator revoked it, or this computer was enrolled anew. A new code from an administrator lets it in again.',
  NO_CODE_OPEN:
    'No code is good at this server now, so it was used, has expired or was never approved. Ask an administrator for a new one.',
  NOT_ENROLLED:
    'This computer is not enrolled at the bank’s server yet. An administrator makes a code for it, which is typed here once.',
  SET_BY_POLICY: 'The bank sets the server of this computer, so no other can be chosen here.',
  POLICY_FAULTY:
    'What the bank set for this computer cannot be understood, so nothing is opened. Whoever looks after this computer mends the part that is named here.',
  POLICY_NOT_TRUSTED:
    'Others than the administrator of this computer could have written what the bank set for it, so nothing is opened. File and folder have to belong to the administrator, and nobody else may write them.',
  POLICY_UNREADABLE:
    'What the bank set for this computer cannot be read, so nothing is opened. Ask whoever looks after this computer.',
  URL_HAS_PASSWORD:
    'COREX_DATABASE_URL holds a password, which every program of this user can read. An installed program is enrolled by a code instead. Remove the variable, then start again.',
  DATABASE_MISSING: 'The server has no database of this name. Check the name, or let it be created.',
  NOT_PROVISIONED: 'The database is not set up, and this login may not do it. An administrator’s login can.',
  SCHEMA_OLDER: 'The database has to be brought up to date. Connect once with an administrator’s login.',
  SCHEMA_NEWER: 'The database belongs to a newer program. Install the newer program on this workstation.',
  SCHEMA_CHANGED:
    'The database was made by a different version of this program. Install the version that it belongs to; the program’s log says what differs.',
  POOLER_REFUSED: 'The address leads to a connection pooler. Enter the address of the server itself.',
  PERMISSION_DENIED: 'This login lacks rights in the database. Ask whoever looks after the server.',
} as const satisfies Record<FaultCode, string>
