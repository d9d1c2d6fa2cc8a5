import { z } from 'zod'
import { command, query } from './define.ts'
import {
  currency,
  id,
  isoDate,
  isoTime,
  line,
  nothing,
  numberFormat,
  role,
  text,
  weekend,
  work,
} from './fields.ts'

/** Its length is checked by `checkPassword`, in bytes: bcrypt ignores what comes after the 72nd. */
export const password = line.max(1024)

export const signedInUser = z.object({ id, username: z.string(), fullName: z.string(), role })

/** Without what it should hold: whoever counts it must not know. */
export const openTill = z.object({ id, name: z.string(), currency })

export const branchView = z.object({
  name: z.string(),
  currency,
  /** IANA name. Every time that is shown is by this clock, whatever the workstation's own is. */
  timeZone: z.string(),
  numberFormat,
  weekend,
  /** Today by the calendar of the branch and the clock of the server; the business date may be another. */
  localDate: isoDate,
  businessDate: isoDate.nullable(),
  dayOpen: z.boolean(),
})

/**
 * Why a session ended that its person did not end here: its time, an administrator, the same person's sign-in at another workstation
 * or new password, or anything else.
 */
export const endedBecause = z.enum(['EXPIRED', 'ADMINISTRATOR', 'OTHER_WORKSTATION', 'PASSWORD', 'OTHER'])
export type EndedBecause = z.infer<typeof endedBecause>

/** The data of the window's frame, and the one source of everything that is shown in two places. */
export const sessionView = z.object({
  stage: z.enum([
    'no-database',
    'setup',
    'signed-out',
    'locked',
    'must-give-code',
    'must-change-password',
    'must-enrol',
    'ready',
  ]),
  user: signedInUser.nullable(),
  /** Set while nobody is signed in because the last session ended without its person's doing. */
  endedBecause: endedBecause.nullable(),
  branch: branchView.nullable(),
  till: openTill.nullable(),
  workstation: z.string(),
  serverConnected: z.boolean(),
  /** The database was upgraded since it was opened here: MOVED. It serves this application no longer: OUTGROWN. The computer has another version of the program by now: INSTALLED. */
  upgrade: z.enum(['MOVED', 'OUTGROWN', 'INSTALLED']).nullable(),
  /** Set while the database cannot be used: a code of shared/faults.ts. */
  databaseFault: z.string().nullable(),
  idleLockSeconds: z.number().int(),
})
export type SessionView = z.infer<typeof sessionView>

/** Of a device, or a recovery code from paper; blanks and dashes do not count. */
const code = line.max(40)

export const sessions = {
  'sessions.get': query({ input: nothing, output: sessionView, roles: 'anyone', errors: [] }),
  'sessions.signIn': command({
    input: z.object({ username: text(50), password }),
    output: sessionView,
    roles: 'anyone',
    errors: ['SIGN_IN_REFUSED', 'TEMPORARY_PASSWORD_ENDED', 'ROLE_HAS_NO_WORKPLACE', 'WORKSTATION_ELSEWHERE'],
  }),
  'sessions.signOut': command({ input: nothing, output: nothing, roles: 'anyone', errors: [] }),
  'sessions.lock': command({ input: nothing, output: nothing, roles: 'signed-in', errors: [] }),
  'sessions.unlock': command({
    input: z.object({ password }),
    output: sessionView,
    roles: 'anyone',
    errors: ['SIGN_IN_REFUSED'],
  }),
  /** Ends a call of this session that is under way, by the id that its input has. */
  'sessions.endWork': command({ input: z.object({ work }), output: nothing, roles: 'signed-in', errors: [] }),
  'sessions.changePassword': command({
    input: z.object({ currentPassword: password, newPassword: password }),
    output: sessionView,
    roles: 'temporary',
    errors: [
      'PASSWORD_WRONG',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'PASSWORD_UNCHANGED',
      'PASSWORD_COMMON',
      'PASSWORD_PERSONAL',
    ],
  }),
  /** The code of one's device, after the password and before what needs a fresh one. */
  'sessions.giveCode': command({
    input: z.object({ code }),
    output: sessionView,
    roles: 'temporary',
    errors: ['CODE_REFUSED'],
  }),
  /** A new secret for a device. The password is null at a sign-in that waits for it, where it has just been given. */
  'sessions.beginEnrolment': command({
    input: z.object({ password: password.nullable() }),
    output: z.object({
      /** RFC 4648, base 32, in groups of four, to be typed. */
      secret: z.string(),
      /** The same as a QR code for applications: an SVG path in a square of that size. */
      picture: z.object({ size: z.number().int().positive(), path: z.string().regex(/^[Mhvz\d\s-]+$/) }),
    }),
    roles: 'temporary',
    errors: ['PASSWORD_WRONG'],
  }),
  /** Puts the device in force by its first code. The recovery codes are told once. */
  'sessions.confirmEnrolment': command({
    input: z.object({ code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    roles: 'temporary',
    errors: ['CODE_REFUSED'],
  }),
  /** The recovery codes are kept: a sign-in that waited for the device goes on. */
  'sessions.endEnrolment': command({ input: nothing, output: sessionView, roles: 'temporary', errors: [] }),
  /** The caller's last ten, the newest first; `endedAt` is null for the one that asks. */
  'sessions.listOwn': query({
    input: nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          workstation: z.string(),
          since: isoTime,
          usedAt: isoTime.nullable(),
          endedAt: isoTime.nullable(),
        }),
      ),
    }),
    roles: 'signed-in',
    errors: [],
  }),
  'sessions.readFactor': query({
    input: nothing,
    output: z.object({ since: isoTime.nullable(), recoveryCodesLeft: z.number().int() }),
    roles: 'signed-in',
    errors: [],
  }),
}
