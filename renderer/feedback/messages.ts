import { ARCHIVE_FAULTS } from '../../shared/archive-faults.ts'
import { BACKUP_FAULTS, type BackupFaultCode } from '../../shared/backup-faults.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { LEFT_IN_BRANCH } from '../../shared/contract/bank-branches.ts'
import { isFaultCode } from '../../shared/faults.ts'
import { fromLedger } from '../../shared/money.ts'
import { NOT_READY, PRINT_STOPS } from '../../shared/printer-faults.ts'
import type { FailureDetails } from '../../shared/result.ts'
import type { Failure } from '../calls/api.ts'
import { showMoney } from '../i18n/amounts.ts'
import { formatDate, formatExactTime } from '../i18n/dates.ts'
import { errorsInDetail, type FactsInSentences } from '../i18n/en/errors-in-detail.ts'
import { i18n } from '../i18n/i18n.ts'
import { lettersMessage } from './letters-message.ts'

type DetailedCode = keyof typeof errorsInDetail
const isDetailed = (code: ErrorCode): code is DetailedCode => code in errorsInDetail

/** Whether every fact that the sentence names is there; the catalogue's type asks for all facts of all sentences. */
const hasFactsOf = (sentence: string, facts: FailureDetails): facts is FactsInSentences =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => name !== undefined && name in facts)

/** The sentence for a failure, with its facts where they are known. */
export function messageFor(failure: Failure): string {
  if (failure.code === 'CONNECTION_REFUSED' && failure.details?.['fault'] !== undefined)
    return faultMessage(failure.details['fault'])
  const { fault, about = '', earlier = '' } = failure.details ?? {}
  const ofBackup = BACKUP_FAULTS.find((code) => code === fault)
  if (failure.code === 'BACKUP_REFUSED' && ofBackup !== undefined)
    return backupMessage(ofBackup, about, earlier)
  const ofArchive = ARCHIVE_FAULTS.find((code) => code === fault)
  if (failure.code === 'ARCHIVE_REFUSED' && ofArchive !== undefined)
    return i18n.t(`archives:faults.${ofArchive}`, { about })
  if (failure.code === 'LETTERS_MISSING')
    return lettersMessage(failure.details ?? {}) ?? i18n.t('errors:LETTERS_MISSING')
  return printMessage(failure) ?? messageForCode(failure.code, failure.details)
}

/** What stopped a print, or kept it from beginning; null of everything else. */
function printMessage({ code, details: { because, printer = '' } = {} }: Failure): string | null {
  const notReady = NOT_READY.find((each) => each === because)
  if (code === 'PRINTER_NOT_READY' && notReady !== undefined)
    return i18n.t(`printers:notReady.${notReady}`, { printer })
  const stopped = PRINT_STOPS.find((each) => each === because)
  if (code === 'PRINT_STOPPED' && stopped !== undefined)
    return i18n.t(`printers:stopped.${stopped}`, { printer })
  return null
}

/** The sentence for what happened to a backup, with the file, folder, line or moment that it is about, and up to when one can still be restored. */
export function backupMessage(fault: BackupFaultCode, about: string, earlier = ''): string {
  const sentence = i18n.t(`backups:faults.${fault}`, {
    about: MOMENT.test(about) ? formatHere(about) : about,
  })
  return earlier === ''
    ? sentence
    : `${sentence} ${i18n.t('backups:stillRestorable', { earlier: formatHere(earlier) })}`
}

const MOMENT = /^\d{4}-\d\d-\d\dT/
/** By this computer's clock: where a bank is restored there may be no branch yet. */
const formatHere = (moment: string) =>
  formatExactTime(moment, Intl.DateTimeFormat().resolvedOptions().timeZone)

/** As `messageFor`, for a code that the window found out itself. */
export function messageForCode(code: ErrorCode, details: FailureDetails = {}): string {
  const facts = readable(details)
  if (isDetailed(code) && hasFactsOf(errorsInDetail[code], facts))
    return i18n.t(`errorsInDetail:${code}`, facts)
  return i18n.t(`errors:${code}`)
}

const AMOUNTS = ['available', 'balance', 'first', 'second', 'held', 'interest', 'expected', 'found'] as const
const MOMENTS = ['at'] as const
const DATES = ['expiresAt', 'latest', 'date', 'after', 'earliest', 'until'] as const

/** Facts as people read them: amounts grouped, dates in words. */
function readable(details: FailureDetails): FailureDetails {
  const { currency } = details
  return {
    ...details,
    ...rewritten(details, DATES, formatDate),
    ...rewritten(details, MOMENTS, formatHere),
    ...rewritten(details, ['left'], leftInWords),
    ...(currency === undefined
      ? {}
      : rewritten(details, AMOUNTS, (text) => showMoney(fromLedger(text, currency)))),
  }
}

/** What keeps a branch open, in words. */
const leftInWords = (text: string) =>
  LEFT_IN_BRANCH.filter((each) => text.split(', ').includes(each))
    .map((each) => i18n.t(`branches:bank.left.${each}`))
    .join(', ')

/** Those of the named facts that are there, in the other form. */
function rewritten(details: FailureDetails, names: readonly string[], form: (text: string) => string) {
  const facts = names.flatMap((name) => {
    const fact = details[name]
    return fact === undefined ? [] : [[name, form(fact)] as const]
  })
  return Object.fromEntries(facts)
}

/** The sentence for a database fault. A code that this program does not know is named, so that it can be looked up. */
export function faultMessage(code: string): string {
  return isFaultCode(code) ? i18n.t(`faults:${code}`) : i18n.t('gates:faultUnknown', { code })
}
