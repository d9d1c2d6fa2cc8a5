import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The pictures that a page names and that are decoded apart from it. */
const PICTURES = new Set([OPS.paintImageXObject, OPS.paintImageMaskXObject])

/** What leaves something on the page. */
const DRAWING = new Set([
  ...PICTURES,
  OPS.constructPath,
  OPS.showText,
  OPS.shadingFill,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintSolidColorImageMask,
])

/** Reads one page with its pictures, forgets it, and says how many things it draws. Rejects where one of them cannot be read. */
export async function readPage(page: PDFPageProxy): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList()
  for (const [at, name] of fnArray.entries())
    if (PICTURES.has(name)) await waitForPicture(page, argsArray[at])
  page.cleanup()
  return fnArray.filter((name) => DRAWING.has(name)).length
}

/** A picture that could not be decoded arrives as nothing. */
async function waitForPicture(page: PDFPageProxy, operands: unknown): Promise<void> {
  const id = pictureId(operands)
  if (id === null) return
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs
  const picture = await new Promise<unknown>((resolve) => {
    objects.get(id, resolve)
  })
  if (picture === null || picture === undefined) throw new Error('A picture cannot be decoded')
}

/** The name is the first operand, or stands in it. */
function pictureId(operands: unknown): string | null {
  const first: unknown = Array.isArray(operands) ? operands[0] : null
  if (typeof first === 'string') return first
  return typeof first === 'object' && first !== null && 'data' in first && typeof first.data === 'string'
    ? first.data
    : null
}
