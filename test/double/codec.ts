/** Values that cross between the page and the main process, as text: the double's stand-in for structured clone. */
export type Codec = {
  encode: (value: unknown) => string
  decode: (text: string) => unknown
  /** Decodes the arguments of a message. */
  decodeList: (text: string) => unknown[]
}

type Tagged =
  | { $: 'undefined' }
  | { $: 'bigint' | 'number' | 'bytes'; v: string }
  | { $: 'date'; v: number }
  | { $: 'error'; v: [string, string] }
  | { $: 'map'; v: [Json, Json][] }
  | { $: 'set'; v: Json[] }
  | { $: 'object'; v: [string, Json][] }
/** What browsers have, and the types of this release of the language do not know. */
type ToBase64 = Uint8Array & { readonly toBase64: () => string }
type FromBase64 = typeof Uint8Array & { readonly fromBase64: (text: string) => Uint8Array }

type Json = null | boolean | number | string | Json[] | Tagged

/**
 * Makes the codec. One self-contained function, because it also runs inside the page: its source text is injected there.
 * Refuses what structured clone refuses (functions, symbols, promises) with Electron's own message.
 */
export function makeCodec(): Codec {
  // The platform's own conversions: documents of ten megabytes pass through here, and nothing else is answered meanwhile.
  const base64 = {
    from(value: ArrayBuffer | ArrayBufferView): string {
      const bytes =
        value instanceof ArrayBuffer
          ? new Uint8Array(value)
          : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      return typeof Buffer === 'undefined'
        ? (bytes as ToBase64).toBase64()
        : Buffer.from(bytes).toString('base64')
    },
    to: (text: string): Uint8Array =>
      typeof Buffer === 'undefined'
        ? (Uint8Array as FromBase64).fromBase64(text)
        : new Uint8Array(Buffer.from(text, 'base64')),
  }

  const tagObject = (value: object, path: readonly object[]): Json => {
    if (path.includes(value) || value instanceof Promise || value instanceof WeakMap) {
      throw new Error('An object could not be cloned.')
    }
    const inner = [...path, value]
    const tag = (item: unknown): Json => tagValue(item, inner)
    if (Array.isArray(value)) return value.map(tag)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([k, v]) => [tag(k), tag(v)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(tag) }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      return { $: 'bytes', v: base64.from(value) }
    return { $: 'object', v: Object.entries(value).map(([k, v]) => [k, tag(v)]) }
  }

  const tagValue = (value: unknown, path: readonly object[]): Json => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) }
    if (typeof value === 'object') return tagObject(value, path)
    throw new Error('An object could not be cloned.')
  }

  const untagObject = (tagged: Tagged): unknown => {
    switch (tagged.$) {
      case 'bigint':
        return BigInt(tagged.v)
      case 'number':
        return Number(tagged.v)
      case 'bytes':
        return base64.to(tagged.v)
      case 'date':
        return new Date(tagged.v)
      case 'error':
        return Object.assign(new Error(tagged.v[1]), { name: tagged.v[0] })
      case 'map':
        return new Map(tagged.v.map(([k, v]) => [untag(k), untag(v)]))
      case 'set':
        return new Set(tagged.v.map(untag))
      case 'object':
        return Object.fromEntries(tagged.v.map(([k, v]) => [k, untag(v)]))
      default:
        return undefined
    }
  }

  const untag = (json: Json): unknown => {
    if (json === null || typeof json !== 'object') return json
    return Array.isArray(json) ? json.map(untag) : untagObject(json)
  }

  const decode = (text: string): unknown => untag(JSON.parse(text))

  return {
    encode: (value) => JSON.stringify(tagValue(value, [])),
    decode,
    decodeList: (text) => {
      const list = decode(text)
      return Array.isArray(list) ? list : []
    },
  }
}
