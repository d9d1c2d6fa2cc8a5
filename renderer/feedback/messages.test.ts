import { expect, test } from 'vitest'
import { en } from '../i18n/en/en.ts'
import { detailed, errorsInDetail } from '../i18n/en/errors-in-detail.ts'
import { ERRORS, isErrorCode } from '../../shared/errors.ts'
import { FAULT_CODES } from '../../shared/faults.ts'
import { faultMessage, messageFor, messageForCode } from './messages.ts'

test.each(Object.keys(ERRORS).filter(isErrorCode))('%s has a sentence of its own', (code) => {
  const sentence = messageForCode(code)
  expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentence).not.toContain('{{')
  expect(sentence).not.toContain(code)
})

test.each(FAULT_CODES)('the fault %s has a sentence', (code) => {
  expect(faultMessage(code)).toMatch(/^[A-Z].*\.$/)
  expect(faultMessage(code)).not.toContain(code)
})

test('the facts of a failure are in its sentence', () => {
  const failure = { code: 'AMOUNT_TOO_PRECISE', details: { currency: 'JPY', decimals: '0' } } as const
  expect(messageFor(failure)).toBe('JPY has 0 decimals. Type fewer.')
})

/** Facts that no sentence names: the slip's field is found by the account, the fault has sentences of its own, with what it is about and what is left, and so has what
 * stopped a print. */
const SILENT = ['account', 'fault', 'about', 'earlier', 'because', 'system']

/** The text that stands in all of these sentences, or nothing. */
const inEach = (sentences: Readonly<Record<string, string>>, text: string) =>
  Object.values(sentences).every((sentence) => sentence.includes(text)) ? text : ''

test('every fact that is sent stands in a sentence', () => {
  const sentences: Readonly<Record<string, string>> = {
    ...errorsInDetail,
    PRINTER_NOT_READY: inEach(en.printers.notReady, '{{printer}}'),
    PRINT_STOPPED: inEach(en.printers.stopped, '{{printer}}'),
    LETTERS_MISSING: en.printers.letters.text,
  }
  const unused = Object.entries(ERRORS).flatMap(([code, facts]) =>
    facts.filter((fact) => !SILENT.includes(fact) && !(sentences[code] ?? '').includes(`{{${fact}}}`)),
  )
  expect(unused).toEqual([])
})

test('a sentence names only facts of its code, or it does not compile', () => {
  expect(detailed({ TILLS_STILL_OPEN: '{{tills}}' })).toEqual({ TILLS_STILL_OPEN: '{{tills}}' })
  // @ts-expect-error a fact of another code
  detailed({ TILLS_STILL_OPEN: '{{tills}} {{holder}}' })
  // @ts-expect-error a code without facts
  detailed({ ACCOUNT_NOT_FOUND: '{{account}}' })
  // @ts-expect-error a sentence without facts
  detailed({ TILLS_STILL_OPEN: 'Some tills are still open.' })
})

test('amounts are grouped and dates are in words', () => {
  const details = { available: '1204.5', currency: 'USD' }
  expect(messageFor({ code: 'INSUFFICIENT_FUNDS', details })).toContain('1,204.50 USD')
  const counts = { first: '1000.00', second: '900.00', currency: 'USD' }
  expect(messageFor({ code: 'COUNTS_DIFFER', details: counts })).toContain('1,000.00 and 900.00 USD')
  expect(messageFor({ code: 'TERMS_TOO_EARLY', details: { earliest: '2026-12-01' } })).toContain('1 Dec 2026')
  const due = { after: '2026-11-22', latest: '2027-11-23' }
  expect(messageFor({ code: 'FIRST_DUE_WRONG', details: due })).toContain('22 Nov 2026 and by 23 Nov 2027')
  expect(messageFor({ code: 'DOCUMENT_EXPIRED', details: { expiresAt: '2026-11-22' } })).toBe(
    'The document expired on 22 Nov 2026. Ask for a valid one.',
  )
})

test('a missing fact leaves no gap in the sentence', () => {
  expect(messageFor({ code: 'AMOUNT_TOO_PRECISE', details: { currency: 'JPY' } })).toBe(
    'The amount has more decimals than its currency.',
  )
})

test('a refused connection is described by its fault', () => {
  const failure = { code: 'CONNECTION_REFUSED', details: { fault: 'TLS_REQUIRED' } } as const
  expect(messageFor(failure)).toBe(faultMessage('TLS_REQUIRED'))
})

test('an unknown fault is named', () => {
  expect(faultMessage('METEORITE')).toContain('METEORITE')
})

test('no sentence says Submit, OK or Oops', () => {
  const sentences = JSON.stringify(en, (_key, value: unknown) =>
    typeof value === 'object' && value !== null ? Object.values(value) : value,
  )
  expect(sentences).not.toMatch(/\b(submit|ok|oops)\b/i)
})

const lettersSentence = (scripts: string, system: string) =>
  messageFor({ code: 'LETTERS_MISSING', details: { letters: '王ส', scripts, system } })

test('what a computer cannot print is named with the fonts that it needs', () => {
  expect(lettersSentence('CHINESE,THAI', 'linux')).toMatch(
    /王ส \(Chinese, Thai\).*fonts-noto-cjk.*fonts-noto-core/,
  )
  expect(lettersSentence('THAI', 'linux')).not.toContain('fonts-noto-cjk')
  expect(lettersSentence('KOREAN', 'win32')).toContain('supplemental fonts')
  expect(lettersSentence('OTHER', 'linux')).not.toContain('noto')
})
