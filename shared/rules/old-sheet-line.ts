/**
 * Recovery sheets that were printed before they had words: 32 secret bytes in eight lines of eight characters. Each line holds four bytes and a
 * check (CRC-8, begun with the line's number), so that a slip of the hand or a line in the wrong place is named by its line. Letters that look
 * like digits are left out (Crockford's base 32), and what is typed for them is understood. They open what they opened.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 4
const CHARACTERS = 8

/** CRC-8 with polynomial 07, of the line's number and its bytes. */
function checkOf(line: number, bytes: Uint8Array): number {
  let crc = 0
  for (const byte of [line, ...bytes]) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 0xff
  }
  return crc
}

/** A line without what is only how it is written; null when a character is none of a sheet's, or the check differs. */
export function bytesOfOldLine(line: number, typed: string): readonly number[] | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const digits = Array.from(plain, (character) => ALPHABET.indexOf(character))
  if (digits.length !== CHARACTERS || digits.includes(-1)) return null
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('')
  const bytes = Array.from({ length: BYTES + 1 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  )
  const secret = bytes.slice(0, BYTES)
  return checkOf(line, Uint8Array.from(secret)) === bytes[BYTES] ? secret : null
}
