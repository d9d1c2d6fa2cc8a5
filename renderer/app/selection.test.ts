import { beforeEach, describe, expect, test } from 'vitest'
import { accountView } from '../../test/support/accounts.ts'
import { accountIn, clearSelection, NOBODY, select, useSelection } from './selection.ts'
import { nextCustomer, searchFor, showCustomer, useCounterWork } from '../screens/postings/counter-work.ts'

const savings = accountView({ accountNumber: '4017000094' })
const current = accountView({ accountNumber: '4017000102', accountType: 'CURRENT' })
const accounts = [savings, current]
const selected = () => accountIn(accounts, useSelection.getState())

beforeEach(clearSelection)

describe('the one selection', () => {
  test('the account whose statement was looked at is the one that the next key acts on', () => {
    select('ana')
    expect(selected()).toBe(savings)
    select('ana', current.accountNumber) // its statement
    select('ana') // Escape: the customer’s page
    expect(selected()).toBe(current)
  })

  test('another customer never inherits an account', () => {
    select('ana', current.accountNumber)
    select('anna')
    expect(useSelection.getState()).toEqual({ customerId: 'anna', accountNumber: null })
  })

  test('before anybody has chosen, it is the first account that is active', () => {
    expect(accountIn([{ ...savings, status: 'SUSPENDED' }, current], NOBODY)).toBe(current)
    expect(accountIn([], NOBODY)).toBeNull()
  })

  test('while an account that was just opened is not in the list yet, no other one is taken for it', () => {
    select('ana', '4017000110')
    expect(selected()).toBeNull()
  })
})

describe('at the counter', () => {
  test('after Next nobody is selected, so that Enter cannot take the last customer’s account', () => {
    searchFor('eriks')
    select('ana', current.accountNumber)
    nextCustomer()
    expect(useSelection.getState()).toEqual(NOBODY)
    expect(useCounterWork.getState().searched).toBe('')
  })

  test('list and card never show different people', () => {
    searchFor('eriks')
    select('ana')
    searchFor('tanaka')
    expect(useSelection.getState()).toEqual(NOBODY)
    showCustomer('mei', null) // by an account number on the slip, the palette or another screen
    expect(useCounterWork.getState().searched).toBe('')
  })

  test('choosing within the list keeps the list', () => {
    searchFor('eriks')
    select('ana')
    showCustomer('ana', current.accountNumber)
    expect(useCounterWork.getState().searched).toBe('eriks')
  })
})
