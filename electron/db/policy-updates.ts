import { createPublicKey, type KeyObject } from 'node:crypto'
import { isAbsolute } from 'node:path'
import { z } from 'zod'

/**
 * The public key of whoever signs the bank's channel of updates: PEM, or the base64 of its DER (the middle of the PEM). Null where it is no such
 * key; a private key is none, although a public one follows from it: it has no business on a workstation.
 */
export function channelKey(text: string): KeyObject | null {
  const isPem = text.includes('-----')
  if (isPem && !text.includes('-----BEGIN PUBLIC KEY-----')) return null
  try {
    const key = isPem
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** `https:` and no more than a server and a path, or a folder such as a share that is mounted. */
function isChannel(text: string): boolean {
  if (isAbsolute(text)) return true
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return protocol === 'https:' && username + password + search + hash === ''
}

/** Where this computer's versions come from, and who signs them (`corex update`). */
export const policyUpdates = z.strictObject({
  from: z.string().max(2000).refine(isChannel),
  key: z.string().refine((text) => channelKey(text) !== null),
})
export type PolicyUpdates = z.output<typeof policyUpdates>
