import { expect, test } from 'vitest'
import { en } from '../i18n/en/en.ts'
import { FAULT_CODES, faultMessage, messageFor, messageForCode } from './messages.ts'
import { ANY_CALL_ERRORS, DOMAIN_ERRORS } from '../../shared/error-codes.ts'

test.each([...ANY_CALL_ERRORS, ...DOMAIN_ERRORS])('%s has a sentence of its own', (code) => {
  const sentence = messageForCode(code)
  expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentence).not.toContain('{{')
  expect(sentence).not.toContain(code)
})

test.each(FAULT_CODES)('the fault %s has a sentence', (code) => {
  expect(faultMessage(code)).toMatch(/^[A-Z].*\.$/)
  expect(faultMessage(code)).not.toContain(code)
})

test('facts that came along stand in the sentence', () => {
  const failure = { code: 'AMOUNT_TOO_PRECISE', details: { currency: 'JPY', decimals: '0' } } as const
  expect(messageFor(failure)).toBe('JPY has 0 decimals. Type fewer.')
})

test('a fact that is missing leaves no hole', () => {
  expect(messageFor({ code: 'AMOUNT_TOO_PRECISE', details: { currency: 'JPY' } })).toBe(
    'The amount has more decimals than its currency.',
  )
})

test('a refused connection is told as the fault behind it', () => {
  const failure = { code: 'CONNECTION_REFUSED', details: { fault: 'TLS_REQUIRED' } } as const
  expect(messageFor(failure)).toBe(faultMessage('TLS_REQUIRED'))
})

test('a fault that nobody foresaw is named', () => {
  expect(faultMessage('METEORITE')).toContain('METEORITE')
})

test('no sentence says Submit, OK or Oops', () => {
  expect(JSON.stringify(en)).not.toMatch(/\b(submit|ok|oops)\b/i)
})
