import { BACKUP_FAULTS } from '../../../shared/backup-faults.ts'
import { type CallName, contract } from '../../../shared/contract.ts'
import { isErrorCode } from '../../../shared/errors.ts'
import { isFaultCode } from '../../../shared/faults.ts'

/** What may stand in a support bundle: words that the program itself has, and nothing that anybody has typed. */

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

const SYSTEM_CODES = new Set(
  'ENOSPC EDQUOT EACCES EPERM EROFS ENOENT ENOTDIR ENOTCONN EHOSTDOWN EHOSTUNREACH ENETUNREACH ESTALE ETIMEDOUT EIO ECONNREFUSED ECONNRESET EPIPE EADDRINUSE EEXIST EMFILE'.split(
    ' ',
  ),
)
const CLASSES = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ZodError',
  'AbortError',
  'DatabaseError',
])
const FAULTS: ReadonlySet<string> = new Set(BACKUP_FAULTS)

/** The name of an error, of a fault or of a class of errors. */
export const isKnownWord = (word: string): boolean =>
  isErrorCode(word) || isFaultCode(word) || FAULTS.has(word) || SYSTEM_CODES.has(word) || CLASSES.has(word)

/** An error of the server by its number, of PostgreSQL's classes and ours. */
export const isSqlState = (word: string): boolean =>
  /^(?:08|0A|21|22|23|25|26|28|2B|2D|34|38|39|3D|3F|40|42|44|53|54|55|57|58|XX|P0|CX|F0)[0-9A-Z]{3}$/.test(
    word,
  )

/** A version or a build, such as `18.6` or `0.2.0+4f2a91c`: a number alone is none. */
export const isVersion = (word: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){1,3}(?:\+(?:sources|[0-9a-f]{7,40}))?$/.test(word)

/** Words of a text that the program itself has, in their order; what stands between them is left out. */
export const knownWordsIn = (text: string): string[] =>
  (text.match(/[A-Za-z][A-Za-z0-9_]*/g) ?? []).filter(isKnownWord)
