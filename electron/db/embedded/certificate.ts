import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A private key and a certificate that it signed itself, both as PEM. */
export type KeyPair = { readonly key: string; readonly certificate: string }

/**
 * Makes a certificate for 127.0.0.1 that a client pins: whoever trusts it alone talks to the holder of this key. Node has no
 * function for that, so it is written here as RFC 5280 says. It is no authority, and it does not expire: the clock of a
 * workstation may be wrong, and a renewal would have to be brought to the client in a way that is as safe as this one.
 */
export function makeCertificate(): KeyPair {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    element(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    SIGNED_BY_ECDSA,
    NAME,
    sequence(element(0x17, Buffer.from('000101000000Z')), element(0x18, Buffer.from('99991231235959Z'))),
    NAME,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(NOT_AN_AUTHORITY, FOR_LOOPBACK)),
  )
  const signature = createSign('sha256').update(body).sign(pair.privateKey)
  const certificate = sequence(body, SIGNED_BY_ECDSA, element(0x03, Buffer.from([0]), signature))
  return {
    key: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

/** One element of DER (X.690): its tag, the length of its content, its content. */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => element(0x30, ...parts)
const integer = (bytes: Buffer): Buffer => element(0x02, bytes)
const identifier = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))

// Object identifiers in the encoding of X.690, 8.19.
const SIGNED_BY_ECDSA = sequence(identifier('2a8648ce3d040302')) // ecdsa-with-SHA256
const COMMON_NAME = identifier('550403')
const NAME = sequence(
  element(0x31, sequence(COMMON_NAME, element(0x0c, Buffer.from('CoreX embedded server')))),
)
const TRUE = element(0x01, Buffer.from([0xff]))
const NOT_AN_AUTHORITY = sequence(identifier('551d13'), TRUE, element(0x04, sequence()))
const FOR_LOOPBACK = sequence(
  identifier('551d11'),
  element(0x04, sequence(element(0x87, Buffer.from([127, 0, 0, 1])))), // subject alternative name: an address
)
