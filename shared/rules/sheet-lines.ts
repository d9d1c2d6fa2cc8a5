/**
 * A recovery sheet has 32 secret bytes in eight lines of eight characters. Each line holds four bytes and a check (CRC-8, begun with the
 * line's number), so that a slip of the hand or a line in the wrong place is named by its line. Letters that look like digits are left out
 * (Crockford's base 32), and what is typed for them is understood.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LINES = 8
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

/** The lines of a secret of 32 bytes, as they are printed: `7KQ2 M9ZD`. */
export const linesOf = (secret: Uint8Array): string[] =>
  Array.from({ length: LINES }, (_, at) => {
    const bytes = secret.subarray(at * BYTES, (at + 1) * BYTES)
    const text = charactersOf([...bytes, checkOf(at + 1, bytes)])
    return `${text.slice(0, 4)} ${text.slice(4)}`
  })

/** Five bytes are eight characters of five bits. */
function charactersOf(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: CHARACTERS }, (_, at) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  ).join('')
}

/** A line without what is only how it is written; null when a character is none of a sheet's, or the check differs. */
function bytesOf(line: number, typed: string): readonly number[] | null {
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

/** Whether a line can be what stands in that line of a sheet. Lines count from 1. */
export const isSheetLine = (line: number, typed: string): boolean => bytesOf(line, typed) !== null

/** The secret of a sheet from its lines, or the number of the first line that is mistyped, missing or in another's place. */
export function secretOf(lines: readonly string[]): Uint8Array | number {
  const parts: number[] = []
  for (let line = 1; line <= LINES; line += 1) {
    const bytes = bytesOf(line, lines[line - 1] ?? '')
    if (bytes === null) return line
    parts.push(...bytes)
  }
  return Uint8Array.from(parts)
}
