/** Values that cross between the page and the main process, as text: the double's stand-in for structured clone. */
export type Codec = { encode: (value: unknown) => string; decode: (text: string) => unknown }

type Tagged = { $: string; v: unknown }

/**
 * Makes the codec. One self-contained function, because it also runs inside the page: its source text is injected there.
 * Refuses what structured clone refuses (functions, symbols, promises) with Electron's own message.
 */
export function makeCodec(): Codec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }

  const bytesToText = (value: ArrayBuffer | ArrayBufferView): string => {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    const parts: string[] = []
    for (let i = 0; i < bytes.length; i += 0x8000)
      parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)))
    return btoa(parts.join(''))
  }

  const textToBytes = (text: string): Uint8Array => {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
    return bytes
  }

  const tagObject = (value: object, path: readonly object[]): unknown => {
    if (path.includes(value) || value instanceof Promise || value instanceof WeakMap) return refuse()
    const inner = [...path, value]
    const tag = (item: unknown): unknown => tagValue(item, inner)
    if (Array.isArray(value)) return value.map(tag)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([k, v]) => [tag(k), tag(v)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(tag) }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      return { $: 'bytes', v: bytesToText(value) }
    return { $: 'object', v: Object.entries(value).map(([k, v]) => [k, tag(v)]) }
  }

  const tagValue = (value: unknown, path: readonly object[]): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol') return refuse()
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
    return value === null || typeof value !== 'object' ? value : tagObject(value, path)
  }

  const pairs = (value: unknown): [unknown, unknown][] =>
    (value as [unknown, unknown][]).map(([k, v]) => [untag(k), untag(v)])

  const readers: Record<string, (value: unknown) => unknown> = {
    undefined: () => undefined,
    bigint: (v) => BigInt(v as string),
    number: Number,
    date: (v) => new Date(v as number),
    error: (v) => Object.assign(new Error((v as string[])[1]), { name: (v as string[])[0] }),
    map: (v) => new Map(pairs(v)),
    set: (v) => new Set((v as unknown[]).map(untag)),
    bytes: (v) => textToBytes(v as string),
    object: (v) => Object.fromEntries(pairs(v) as [string, unknown][]),
  }

  const untag = (json: unknown): unknown => {
    if (json === null || typeof json !== 'object') return json
    if (Array.isArray(json)) return json.map(untag)
    const { $: tag, v } = json as Tagged
    return readers[tag]?.(v)
  }

  return {
    encode: (value) => JSON.stringify(tagValue(value, [])),
    decode: (text) => untag(JSON.parse(text)),
  }
}
