import { afterEach, expect, test } from 'vitest'
import { announce, attend, useAnnouncement } from './announce.ts'
import { notify } from './notify.ts'

const heard = () => useAnnouncement.getState().text

afterEach(() => attend('somebody'))

test('the lock takes back what a screen reader was told', () => {
  announce('Passport of Ana Eriksson is approved.')
  expect(heard()).toContain('Ana Eriksson')
  attend('nobody')
  expect(heard()).toBe('')
})

test('what is answered after the lock is not told to whoever stands there', () => {
  attend('nobody')
  announce('Passport of Ana Eriksson is approved.')
  expect(heard()).toBe('')
  notify('The server is back.')
  expect(heard()).toBe('The server is back.')
  attend('somebody')
  announce('The day is open.')
  expect(heard()).toBe('The day is open.')
})
