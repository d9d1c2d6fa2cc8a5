/** What is asked of CUPS by IPP (RFC 8010), and the attributes that it answers: texts, numbers and truth values, each a list. */
export type IppAnswer = {
  readonly status: number
  readonly attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>
}

export const GET_JOB_ATTRIBUTES = 0x0009
export const GET_PRINTER_ATTRIBUTES = 0x000b
/** Every status below is a success. */
export const FIRST_FAILURE = 0x0100
export const NOT_FOUND = 0x0406

const OPERATION_GROUP = 0x01
const END = 0x03
/** A tag below begins a group, or ends the last one. */
const FIRST_VALUE_TAG = 0x10
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enumeration: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
}
const TEXTS: readonly number[] = [0x41, TAG.name, TAG.keyword, TAG.uri, TAG.charset, TAG.language]

function attribute(tag: number, name: string, value: string | number): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(4)
  if (typeof value === 'number') bytes.writeInt32BE(value)
  const head = Buffer.alloc(3)
  head.writeUInt8(tag)
  head.writeUInt16BE(name.length, 1)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([head, Buffer.from(name), length, bytes])
}

/** A question about a queue, or about one of its jobs. */
export function ippQuestion(
  operation: number,
  { queue, job, user, wanted }: { queue: string; job?: number; user: string; wanted: readonly string[] },
): Buffer {
  const head = Buffer.from([2, 0, 0, operation, 0, 0, 0, 1, OPERATION_GROUP])
  return Buffer.concat([
    head,
    attribute(TAG.charset, 'attributes-charset', 'utf-8'),
    attribute(TAG.language, 'attributes-natural-language', 'en'),
    attribute(TAG.uri, 'printer-uri', `ipp://localhost/printers/${encodeURIComponent(queue)}`),
    ...(job === undefined ? [] : [attribute(TAG.integer, 'job-id', job)]),
    attribute(TAG.name, 'requesting-user-name', user),
    // A further value of the same attribute has no name.
    ...wanted.map((keyword, at) => attribute(TAG.keyword, at === 0 ? 'requested-attributes' : '', keyword)),
    Buffer.from([END]),
  ])
}

/** Reads an answer; null where it is none. */
export function readIpp(bytes: Buffer): IppAnswer | null {
  try {
    return { status: bytes.readUInt16BE(2), attributes: readAttributes(bytes) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readAttributes(bytes: Buffer): Map<string, (string | number | boolean)[]> {
  const attributes = new Map<string, (string | number | boolean)[]>()
  let name = ''
  for (let at = 8; ;) {
    const tag = bytes.readUInt8(at)
    if (tag === END) return attributes
    at += 1
    if (tag < FIRST_VALUE_TAG) continue
    const nameLength = bytes.readUInt16BE(at)
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength)
    at += 2 + nameLength
    const length = bytes.readUInt16BE(at)
    const value = valueOf(tag, bytes.subarray(at + 2, at + 2 + length))
    if (value !== null) attributes.set(name, [...(attributes.get(name) ?? []), value])
    at += 2 + length
  }
}

function valueOf(tag: number, bytes: Buffer): string | number | boolean | null {
  if (tag === TAG.boolean) return bytes.readUInt8() !== 0
  if (tag === TAG.integer || tag === TAG.enumeration) return bytes.readInt32BE()
  return TEXTS.includes(tag) ? bytes.toString('utf8') : null
}
