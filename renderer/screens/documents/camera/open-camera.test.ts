import { expect, test } from 'vitest'
import { faultOf } from './open-camera.ts'

const named = (name: string) => Object.assign(new Error('no picture'), { name })

test.each([
  ['NotAllowedError', 'DENIED'],
  ['NotFoundError', 'MISSING'],
  ['NotReadableError', 'IN_USE'],
  ['AbortError', 'IN_USE'],
  ['TypeError', 'OTHER'],
])('%s of the browser is %s', (name, fault) => {
  expect(faultOf(named(name))).toBe(fault)
})

test('what is no error is a fault of its own', () => {
  expect(faultOf('nothing')).toBe('OTHER')
})
