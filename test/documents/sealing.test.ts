import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../electron/crypto.ts'

const key = randomBytes(32)
/** Node's words for another key or other bytes, and for a nonce or a tag that is cut off. */
const REFUSED = /unable to authenticate data|Invalid (initialization vector|authentication tag)/
const content = Buffer.from('A passport, page by page')

test('what is sealed opens with its key, and reads as it was', () => {
  expect(unseal(seal(content, key), key)).toEqual(content)
  expect(() => unseal(seal(content, key), randomBytes(32))).toThrow(REFUSED)
})

test('the same content sealed twice looks different, so that nobody sees that it is the same', () => {
  const sealed = Array.from({ length: 20 }, () => seal(content, key).toString('hex'))
  expect(new Set(sealed).size).toBe(20)
  // The nonce of AES-GCM must never be used twice with one key: it is what comes first.
  expect(new Set(sealed.map((text) => text.slice(0, 24))).size).toBe(20)
})

test('content of which any byte was changed, or that was cut off, does not open', () => {
  const sealed = seal(content, key)
  expect(unseal(sealed, key)).toEqual(content)
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(changed, key), `byte ${at}`).toThrow(REFUSED)
  }
  for (const length of [0, 12, 28, sealed.length - 1])
    expect(() => unseal(sealed.subarray(0, length), key), `${length} bytes`).toThrow(REFUSED)
})
