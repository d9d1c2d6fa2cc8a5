/** What the bytes of a paper say, read back by the printer's own rules and by nothing of the program: one part below the other, up to the cut. */
export type ReadPart =
  | { readonly is: 'TEXT'; readonly text: string; readonly bold: boolean; readonly large: boolean }
  | { readonly is: 'PICTURE'; readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** Code page 858 from 0x80 on. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const [GS, ESC, FS, LF, CR] = [0x1d, 0x1b, 0x1c, 0x0a, 0x0d]
const letterOf = (byte: number) => (byte < 0x80 ? String.fromCharCode(byte) : (UPPER[byte - 0x80] ?? '?'))

/** One picture of GS v 0, a bit a dot, as grey. */
function pictureAt(bytes: Buffer, at: number): Extract<ReadPart, { is: 'PICTURE' }> {
  const [across, height] = [bytes.readUInt16LE(at + 4), bytes.readUInt16LE(at + 6)]
  const width = across * 8
  const grey = new Uint8Array(width * height).map((_, dot) => {
    const byte = bytes[at + 8 + (dot >> 3)] ?? 0
    return (byte & (0x80 >> (dot & 7))) === 0 ? 255 : 0
  })
  return { is: 'PICTURE', width, height, grey }
}

type Line = { readonly text: string; readonly bold: boolean; readonly large: boolean }
const EMPTY: Line = { text: '', bold: false, large: false }

/** Throws at a command that no paper has. What the printer would break into two lines, because it is longer than `columns`, is two. */
export function readRoll(bytes: Buffer, columns: number): { parts: ReadPart[]; feed: number } {
  const parts: ReadPart[] = []
  let line = EMPTY
  let [bold, large] = [false, false]
  const end = () => {
    parts.push({ is: 'TEXT', ...line })
    line = EMPTY
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const [byte = 0, next = 0, value = 0] = bytes.subarray(at, at + 3)
    const command = String.fromCharCode(next)
    if (byte === GS && command === 'V') break
    if (byte === GS && command === 'v') {
      const picture = pictureAt(bytes, at)
      parts.push(picture)
      at += 7 + (picture.width / 8) * picture.height
      if (bytes[at + 1] === LF) at += 1
    } else if (byte === GS && command === '!') {
      large = value === 0x11
      at += 2
    } else if (byte === ESC && command === 'E') {
      bold = value === 1
      at += 2
    } else if (byte === ESC && ['M', 't', 'a'].includes(command)) at += 2
    else if ((byte === ESC && command === '@') || (byte === FS && command === '.')) at += 1
    else if (byte === LF) end()
    else if (byte < 0x20 && byte !== CR) throw new Error(`${byte.toString(16)} ${command} is on the paper`)
    else if (byte !== CR) {
      if (line.text.length === (large ? columns / 2 : columns)) end()
      line = { text: line.text + letterOf(byte), bold, large }
    }
  }
  const last = parts.findLastIndex((part) => part.is === 'PICTURE' || part.text !== '')
  return { parts: parts.slice(0, last + 1), feed: parts.length - last - 1 }
}
