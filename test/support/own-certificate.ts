import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A TLS certificate that nobody vouches for, and its key, as scanners make them for themselves. */
export type OwnCertificate = { readonly key: string; readonly cert: string }

/** A value in DER (ITU-T X.690): its tag, its length, its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { byteLength } = content
  const length =
    byteLength < 128
      ? [byteLength]
      : byteLength < 256
        ? [0x81, byteLength]
        : [0x82, byteLength >> 8, byteLength & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)

const ECDSA_WITH_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const VERSION_3 = Buffer.from('a003020102', 'hex')

/** Valid from 2020 to 2049, because scanners do not know what day it is. */
const VALIDITY = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('490101000000Z')))

export function ownCertificate(name: string): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const who = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(7)]))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const signed = sequence(VERSION_3, serial, ECDSA_WITH_SHA256, who, VALIDITY, who, key)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey))
  // A whole number of lines must not end with an empty one, which OpenSSL does not read.
  const lines = sequence(signed, ECDSA_WITH_SHA256, signature)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
