import { z } from 'zod'
import { command, query, stepsOf, WORK } from './define.ts'
import { bytes, id, idempotencyKey, isoDate, isoTime, line, nothing, text, work } from './fields.ts'

/** Who takes lists and runs them; who decides a match is a supervisor. */
const IMPORTERS = ['SUPERVISOR', 'ADMIN'] as const

export const listFormat = z.enum(['OFAC_XML', 'OFAC_CSV', 'UN_XML', 'OPENSANCTIONS_CSV'])
export type ListFormat = z.infer<typeof listFormat>

/** An entry that could not be read: `at` is its line, of XML the number of the entry. */
const listFault = z.object({ at: z.number().int(), fault: z.enum(['LINE', 'NO_NAME']), text: z.string() })
export type ListFault = z.infer<typeof listFault>

const files = z
  .array(z.object({ fileName: line.max(200), content: bytes }))
  .min(1)
  .max(2)

const listPreview = z.object({
  format: listFormat,
  published: z.string(),
  entries: z.number().int(),
  persons: z.number().int(),
  names: z.number().int(),
  /** The first hundred. */
  faults: z.array(listFault),
  faultCount: z.number().int(),
})
export type ListPreview = z.infer<typeof listPreview>

const listVersion = z.object({
  id,
  list: z.string(),
  format: listFormat,
  published: z.string(),
  status: z.enum(['LOADING', 'CURRENT', 'REPLACED']),
  entities: z.number().int(),
  names: z.number().int(),
  faults: z.number().int(),
  importedBy: z.string(),
  importedAt: isoTime,
})
export type ListVersion = z.infer<typeof listVersion>

const screeningRun = z.object({
  id,
  customers: z.number().int(),
  done: z.number().int(),
  cases: z.number().int(),
  status: z.enum(['RUNNING', 'DONE']),
  begunAt: isoTime,
  endedAt: isoTime.nullable(),
})
export type ScreeningRun = z.infer<typeof screeningRun>

const lists = z.object({ lists: z.array(listVersion), run: screeningRun.nullable() })
export type ScreeningLists = z.infer<typeof lists>

const listedName = z.object({ name: z.string(), alias: z.boolean(), weak: z.boolean() })

/** The entry of the list, and how the names are alike. */
const matchFacts = z.object({
  kind: z.enum(['PERSON', 'COMPANY']),
  programme: z.string(),
  births: z.string(),
  published: z.string(),
  matched: listedName,
  names: z.array(listedName),
  words: z.array(z.object({ typed: z.string(), listed: z.string(), percent: z.number().int() })),
})
export type MatchFacts = z.infer<typeof matchFacts>

export const clearReason = z.enum([
  'OTHER_BIRTH',
  'OTHER_PERSON',
  'OTHER_NATIONALITY',
  'NAME_ONLY',
  'NO_LONGER_LISTED',
])
export const caseStatus = z.enum(['OPEN', 'CLEARED', 'CONFIRMED'])
export type CaseStatus = z.infer<typeof caseStatus>

const match = z.object({
  list: z.string(),
  reference: z.string(),
  listedName: z.string(),
  score: z.number().int(),
  facts: matchFacts,
})
export type CheckedName = z.infer<typeof match>

const screeningCase = match.extend({
  id,
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  dateOfBirth: isoDate,
  nationality: z.string(),
  status: caseStatus,
  clearReason: clearReason.nullable(),
  words: z.string().nullable(),
  foundAt: isoTime,
  registeredBy: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: isoTime.nullable(),
  /** The caller registered the customer, and therefore does not clear the match. */
  own: z.boolean(),
})
export type ScreeningCase = z.infer<typeof screeningCase>

const cases = z.object({ cases: z.array(screeningCase), open: z.number().int() })
export type ScreeningCases = z.infer<typeof cases>

const DECISION_ERRORS = ['ALREADY_DECIDED', 'SCREENING_CASE_NOT_FOUND', 'OTHER_BRANCH'] as const

export const screening = {
  /** What a file of listed names holds, before anything of it is taken. OFAC's `sdn.csv` and `alt.csv` are chosen together. */
  'screening.previewList': query({
    large: WORK,
    input: z.object({ work: work.optional(), files }),
    output: listPreview,
    roles: IMPORTERS,
    errors: ['FILE_TOO_LARGE', 'LIST_UNKNOWN'],
  }),
  /** Takes it as the new version of a list; `entries` is what the preview said. The run of all customers goes on by `screening.goOn`. */
  'screening.importList': command({
    large: WORK,
    input: z.object({
      work: work.optional(),
      key: idempotencyKey,
      list: text(60),
      files,
      entries: z.number().int().min(1),
    }),
    output: z.object({ runId: id }),
    roles: IMPORTERS,
    errors: ['CHANGED_MEANWHILE', 'FILE_TOO_LARGE', 'KEY_REUSED', 'LIST_KNOWN', 'LIST_UNKNOWN'],
  }),
  'screening.lists': query({
    input: nothing,
    output: lists,
    roles: [...IMPORTERS, 'AUDITOR'],
    errors: [],
  }),
  /** Screens the next customers of a run. Called until it is not RUNNING any more. */
  'screening.goOn': command({
    large: stepsOf('done', 'customers'),
    input: z.object({ id }),
    output: screeningRun,
    roles: IMPORTERS,
    errors: ['SCREENING_RUN_NOT_FOUND'],
  }),
  /** Any name, a company's too, against the lists. It leaves no case. */
  'screening.checkName': command({
    input: z.object({ name: text(200), birthYear: z.number().int().min(1900).max(2100).nullable() }),
    output: z.object({ matches: z.array(match) }),
    roles: IMPORTERS,
    errors: [],
  }),
  /** At most 200 of a status, the likest first, and how many are open. */
  'screening.cases': query({
    input: z.object({ status: caseStatus }),
    output: cases,
    roles: ['SUPERVISOR', 'AUDITOR'],
    errors: [],
  }),
  /** Not the same person. Whoever registered the customer, or confirmed the match, does not say so. */
  'screening.clear': command({
    input: z.object({ id, reason: clearReason, words: text(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: [...DECISION_ERRORS, 'OWN_CUSTOMER'],
  }),
  /** The same person: nothing is opened or posted for the customer any more. */
  'screening.confirm': command({
    input: z.object({ id, words: text(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: DECISION_ERRORS,
  }),
}
