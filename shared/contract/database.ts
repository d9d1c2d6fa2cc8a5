import { z } from 'zod'
import { command, query, type Role } from './define.ts'
import { readCode } from '../rules/enrolment-code.ts'
import { line, nothing } from './fields.ts'

/** `postgresql://user:password@host:port/database`; TLS with the given authority unless the host is loopback. */
const connection = z.object({
  url: line.trim().max(2000),
  certificateAuthority: z.string().max(100_000).nullable(),
})
export type ConnectionInput = z.infer<typeof connection>

/** A code as it is typed: with or without dashes, in any case of letters. */
export const enrolmentCode = line.max(100).refine((typed) => readCode(typed) !== null, 'Not a whole code')

/** What may be changed now: see electron/services/database/may-change.ts. */
const databaseChange = z.enum(['anything', 'login', 'nothing'])
export type DatabaseChange = z.infer<typeof databaseChange>

/** What whoever looks after a server should change; see electron/db/warnings.ts. */
const databaseWarning = z.enum([
  'UNPATCHED',
  'LOGS_PARAMETERS',
  'WAITS_FOR_THE_SILENT',
  'KEEPS_PREPARED',
  'NOT_ENCRYPTED',
])
export type DatabaseWarning = z.infer<typeof databaseWarning>

/** What whoever looks after this computer should change; see electron/services/database/warnings-of-computer.ts. */
const computerWarning = z.enum(['SECRETS_IN_PLAIN', 'DATA_IN_ROAMING_PROFILE'])
export type ComputerWarning = z.infer<typeof computerWarning>

const databaseView = z.object({
  kind: z.enum(['embedded', 'server']),
  /** The name that this computer's system has for it: a code is for one computer. */
  computer: z.string(),
  /** Its address, without a password. */
  address: z.string(),
  serverVersion: z.string().nullable(),
  fault: z.string().nullable(),
  faultDetails: z.record(z.string(), z.string()),
  mayChange: databaseChange,
  /** What the bank sets for this computer, and where; null where it sets nothing. */
  policy: z
    .object({ file: z.string(), setsServer: z.boolean(), idleSeconds: z.number().int().nullable() })
    .nullable(),
  warnings: z.array(databaseWarning),
  ofComputer: z.array(computerWarning),
})
export type DatabaseView = z.infer<typeof databaseView>

const connectionReport = z.object({
  serverVersion: z.string(),
  encrypted: z.boolean(),
  /** An administrator's login can set the database up; a workstation's can only use one that is set up. */
  login: z.enum(['administrator', 'workstation']),
  schema: z.enum(['absent', 'older', 'current']),
  warnings: z.array(databaseWarning),
})

/** The role that may change the database once a branch is set up. */
export const DATABASE_KEEPER = 'ADMIN' satisfies Role

/** Usable before sign-in, because signing in needs a database; what may be changed is `mayChange`. */
export const database = {
  'database.get': query({ input: nothing, output: databaseView, roles: 'anyone', errors: [] }),
  'database.testConnection': query({
    input: connection,
    output: connectionReport,
    roles: 'anyone',
    errors: ['CONNECTION_REFUSED'],
  }),
  'database.useServer': command({
    input: connection,
    output: databaseView,
    roles: 'anyone',
    errors: ['CONNECTION_REFUSED'],
  }),
  /** Enrols this computer at a server of the bank, by a code that an administrator handed out. */
  'database.redeemCode': command({
    input: z.object({
      /** `host`, `host:port` or a whole address. */
      server: line.trim().min(1).max(2000),
      certificateAuthority: z.string().max(100_000).nullable(),
      code: enrolmentCode,
    }),
    output: databaseView,
    roles: 'anyone',
    errors: [
      'CONNECTION_REFUSED',
      'CODE_WRONG',
      'CODE_USED',
      'CODE_EXPIRED',
      'CODE_OF_OTHER_COMPUTER',
      'COMPUTER_TAKEN',
      'CODE_TRIED_TOO_OFTEN',
    ],
  }),
  'database.useEmbedded': command({
    input: nothing,
    output: databaseView,
    roles: 'anyone',
    errors: ['CONNECTION_REFUSED'],
  }),
  /** Ends the application and starts it again, as the version that this computer has by then. */
  'database.restart': command({ input: nothing, output: nothing, roles: 'anyone', errors: [] }),
  'database.retry': command({
    input: nothing,
    output: databaseView,
    roles: 'anyone',
    errors: ['CONNECTION_REFUSED'],
  }),
}
