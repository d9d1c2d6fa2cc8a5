import { clearCase, confirmCase, listCases } from '../services/screening/cases.ts'
import { importList, previewList } from '../services/screening/import-list.ts'
import { checkName, goOn as goOnScreening, readLists } from '../services/screening/screen-all.ts'
import type { Handlers } from '../workplace.ts'

/** The calls of screening, and the use case that answers each. */
export const screeningHandlers = {
  'screening.previewList': previewList,
  'screening.importList': importList,
  'screening.lists': readLists,
  'screening.goOn': goOnScreening,
  'screening.checkName': checkName,
  'screening.cases': listCases,
  'screening.clear': clearCase,
  'screening.confirm': confirmCase,
} satisfies Partial<Handlers>
