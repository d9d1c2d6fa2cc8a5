import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { derived, seal, unseal } from './crypto.ts'

/** A key that wraps the keys of documents. Each change of it is a generation, counted from 1. */
export type VaultKey = { readonly generation: number; readonly key: Buffer }

/**
 * How a vault key is wrapped for a person or a recovery sheet, by the 32 bytes that only they have (`secret`). Beside it stands a public
 * key whose private half follows from the same secret: by it a later vault key is wrapped for somebody who is not there.
 *
 *     version 1 | generation 4 | check 16 | salt 16 | public key 32 | voucher 32 | sealed vault key 60
 *     version 1 | generation 4 | check 16 | salt 16 | public key 32 | voucher 32 | other public key 32 | sealed vault key 60
 *
 * The first is made by whoever has the secret, the second by a rotation. The check tells keys apart; the voucher is made with the vault
 * key, so that nobody puts a public key of their own in its place. Earlier releases wrote version, salt and the sealed key alone.
 */
const VERSION = { oldWhole: 1, oldHalf: 2, whole: 3, half: 4, receivedWhole: 5, receivedHalf: 6 } as const
export const SALT = 16
const AT = { generation: 1, check: 5, salt: 21, publicKey: 37, voucher: 69, rest: 101 } as const
const PUBLIC = 32

const versionOf = (wrapped: Buffer) => wrapped[0] ?? 0
const isOld = (wrapped: Buffer) => versionOf(wrapped) <= VERSION.oldHalf
const wasReceived = (wrapped: Buffer) => versionOf(wrapped) >= VERSION.receivedWhole

/** Whether it is wrapped under the second half of a temporary password, because nobody but its user ever has it whole. */
export const isHalf = (wrapped: Buffer): boolean => versionOf(wrapped) % 2 === 0
/** Whether a later vault key can be wrapped for the same person without them. */
export const isReceivable = (wrapped: Buffer): boolean => !isOld(wrapped)
export const saltOf = (wrapped: Buffer): Buffer => {
  const at = isOld(wrapped) ? 1 : AT.salt
  return wrapped.subarray(at, at + SALT)
}

/** Sixteen bytes by which a vault key is told from another one, and which say nothing of it. */
export const checkOf = (key: Buffer): Buffer =>
  createHmac('sha256', derived(key, 'corex: tell vault keys apart')).digest().subarray(0, 16)

const voucherFor = (publicKey: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', derived(key, 'corex: vouch for a public key')).update(publicKey).digest()

// RFC 8410: what stands before the 32 bytes of an X25519 key in DER.
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex')
const bytesOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-PUBLIC)
const publicFrom = (bytes: Buffer) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_DER, bytes]), format: 'der', type: 'spki' })
const privateFrom = (secret: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([PRIVATE_DER, derived(secret, 'corex: receive a vault key')]),
    format: 'der',
    type: 'pkcs8',
  })

const generationBytes = (generation: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(generation)
  return bytes
}

/** What begins each wrapped key: of which generation it is, and by what it is known. */
export const headOf = ({ generation, key }: VaultKey): Buffer =>
  Buffer.concat([generationBytes(generation), checkOf(key)])

/** Wraps a vault key under a secret, which was derived with this salt. */
export function wrapKey(vaultKey: VaultKey, salt: Buffer, secret: Buffer, half: boolean): Buffer {
  const publicKey = bytesOf(createPublicKey(privateFrom(secret)))
  return Buffer.concat([
    Buffer.of(half ? VERSION.half : VERSION.whole),
    headOf(vaultKey),
    salt,
    publicKey,
    voucherFor(publicKey, vaultKey.key),
    seal(vaultKey.key, secret),
  ])
}

/** Opens one with its secret. Throws when the secret is another one or the bytes were changed. */
export function openWrapped(wrapped: Buffer, secret: Buffer): VaultKey {
  const version = versionOf(wrapped)
  if (version < VERSION.oldWhole || version > VERSION.receivedHalf)
    throw new Error(`Unknown version ${version} of a wrapped key`)
  if (isOld(wrapped)) return { generation: 1, key: unseal(wrapped.subarray(1 + SALT), secret) }
  const generation = wrapped.readUInt32BE(AT.generation)
  const rest = wrapped.subarray(AT.rest)
  const key = wasReceived(wrapped)
    ? unseal(rest.subarray(PUBLIC), agreed(privateFrom(secret), publicFrom(rest.subarray(0, PUBLIC))))
    : unseal(rest, secret)
  if (!checkOf(key).equals(wrapped.subarray(AT.check, AT.salt)))
    throw new Error('The check of a wrapped key differs')
  return { generation, key }
}

const agreed = (own: KeyObject, other: KeyObject) =>
  derived(diffieHellman({ privateKey: own, publicKey: other }), 'corex: wrap a vault key')

/**
 * Wraps a new vault key for whoever has the private half of `publicKey`: voucher, other public key, sealed vault key. Null when the vault
 * key of before does not vouch for it, because then somebody else may have put it there.
 */
export function wrapFor(publicKey: Buffer, voucher: Buffer, before: Buffer, next: Buffer): Buffer | null {
  const expected = voucherFor(publicKey, before)
  if (voucher.length !== expected.length || !timingSafeEqual(voucher, expected)) return null
  const once = generateKeyPairSync('x25519')
  return Buffer.concat([
    voucherFor(publicKey, next),
    bytesOf(once.publicKey),
    seal(next, agreed(once.privateKey, publicFrom(publicKey))),
  ])
}
