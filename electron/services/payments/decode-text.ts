/** A file as text, and how its bytes were read; null where they are no text. */
export type Decoded = { readonly text: string; readonly encoding: string }

/** Byte order marks, and what begins with them. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
] as const

/** What an XML declaration may name. */
const DECLARED: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'us-ascii': 'UTF-8',
  'iso-8859-1': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15',
  'windows-1252': 'Windows-1252',
}

/**
 * Reads by the byte order mark, else by what an XML declaration names, else as UTF-8, and what is no UTF-8 as Windows-1252, in which
 * spreadsheets of Western Europe save. Null for what holds other than text, and for another encoding that is named.
 */
export function decodeText(content: Uint8Array): Decoded | null {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))
  const decoded = mark === undefined ? withoutMark(content) : decodeAs(content, mark.label, mark.encoding)
  return decoded === null || decoded.text.includes('\0') ? null : decoded
}

function withoutMark(content: Uint8Array): Decoded | null {
  const head = new TextDecoder('windows-1252').decode(content.subarray(0, 200))
  const named = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/u.exec(head)?.[1]?.toLowerCase()
  if (named === undefined)
    return decodeAs(content, 'utf-8', 'UTF-8') ?? decodeAs(content, 'windows-1252', 'Windows-1252')
  const encoding = DECLARED[named]
  return encoding === undefined ? null : decodeAs(content, encoding, encoding)
}

function decodeAs(content: Uint8Array, label: string, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(content), encoding }
  } catch {
    return null
  }
}
