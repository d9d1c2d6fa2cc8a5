import { describe, expect, it } from 'vitest'
import { fieldsOf, isSlipKind, movesCash, slipKind, slipKinds } from './slip-kinds.ts'

describe('the kinds of slip', () => {
  it('asks for a second account only on a transfer', () => {
    expect(fieldsOf('deposit')).not.toContain('to')
    expect(fieldsOf('transfer')).toContain('to')
  })
  it('have a key each, and begin with the account', () => {
    expect(new Set(slipKinds.map((kind) => slipKind(kind).key)).size).toBe(slipKinds.length)
    expect(slipKinds.map((kind) => fieldsOf(kind)[0])).toEqual(slipKinds.map(() => 'account'))
  })
  it('have the keys that the key bar shows from left to right', () => {
    expect(slipKinds.map((kind) => slipKind(kind).key)).toEqual(['F4', 'F5', 'F6'])
  })
  it('have the field of every account that they post on', () => {
    for (const kind of slipKinds) {
      const { debit, credit, fields } = slipKind(kind)
      expect(fields.includes('to'), kind).toBe([debit, credit].includes('to'))
    }
  })
  it('debit whom the money leaves, or the till that takes it in, and credit the other side', () => {
    const sides = slipKinds.map((kind) => [kind, slipKind(kind).debit, slipKind(kind).credit])
    expect(sides).toEqual([
      ['deposit', 'till', 'account'],
      ['withdrawal', 'account', 'till'],
      ['transfer', 'account', 'to'],
    ])
  })
  it('need a till only where cash comes in or goes out', () => {
    expect(slipKinds.filter(movesCash)).toEqual(['deposit', 'withdrawal'])
  })
  it('make the input of their calls from what is typed', () => {
    const intent = { accountId: 'a', toAccountId: 'b', amount: '5.00', currency: 'USD', signedBy: ['c'] }
    expect(slipKind('deposit').input(intent)).toEqual({ accountId: 'a', amount: '5.00', currency: 'USD' })
    expect(slipKind('transfer').input(intent)).toMatchObject({
      fromAccountId: 'a',
      toAccountId: 'b',
      signedBy: ['c'],
    })
  })
  it('are known by name', () => {
    expect(isSlipKind('withdrawal')).toBe(true)
    expect(isSlipKind('toString')).toBe(false)
  })
})
