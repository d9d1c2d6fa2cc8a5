import { z } from 'zod'
import { bytes } from '../contract/fields.ts'

/** What makes a page hard to read, and what can be done about it. */
export const PAGE_FAULTS = ['SMALL', 'BLURRED', 'GLARE', 'DARK'] as const
export type PageFault = (typeof PAGE_FAULTS)[number]

/** In pixels of the page, from its upper left corner. */
const point = z.tuple([z.number(), z.number()])
/** The four corners of a document, clockwise from its upper left one as it is read. */
export const corners = z.tuple([point, point, point, point])
export type Corners = z.infer<typeof corners>

/** A page of a document as it is kept: a JPEG that was made anew from the pixels, without anything else that the file held. */
export const page = z.object({
  jpeg: bytes,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  faults: z.array(z.enum(PAGE_FAULTS)),
  /** Where the document lies in the page; null when that was not found. */
  corners: corners.nullable(),
})
export type Page = z.infer<typeof page>
