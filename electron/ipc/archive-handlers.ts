import { bringBackFrom, exportTo, searchIn, verifyIn } from '../services/archives/export-archive.ts'
import {
  attachMonth,
  checkYear,
  listArchives,
  proposeDetach,
  sealYear,
} from '../services/archives/seal-year.ts'
import type { Handlers } from '../workplace.ts'

/** The calls about archives, and the use case that answers each. */
export const archiveHandlers = {
  'archives.list': listArchives,
  'archives.seal': sealYear,
  'archives.check': checkYear,
  'archives.proposeDetach': proposeDetach,
  'archives.attach': attachMonth,
  'archives.bringBack': bringBackFrom,
  'archives.export': exportTo,
  'archives.verify': verifyIn,
  'archives.search': searchIn,
} satisfies Partial<Handlers>
