const EOI = 0xd9
const SOS = 0xda

/**
 * Whether a JPEG is complete: every segment within the file, tables and at least one scan, and the end marker after the last scan.
 * A picture that was cut off has none. (ITU-T T.81, annex B.)
 */
export function isCompleteJpeg(content: Uint8Array): boolean {
  const seen = new Set<number>()
  let at = 2
  while (at + 1 < content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0
    if (marker === EOI) return seen.has(SOS) && seen.has(0xdb)
    if (marker === 0xff) at += 1
    else {
      seen.add(marker)
      at = marker === SOS ? endOfScan(content, endOfSegment(content, at)) : endOfSegment(content, at)
    }
  }
  return false
}

/** Where the next segment begins; the length counts itself and not its marker. */
const endOfSegment = (content: Uint8Array, at: number) =>
  at + 2 + Math.max(((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0), 2)

/** Where the marker after a scan begins: a 0xFF in the data is followed by 0, and restart markers belong to it. */
function endOfScan(content: Uint8Array, start: number): number {
  for (let at = content.indexOf(0xff, start); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return content.length
}
