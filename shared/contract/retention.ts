import { z } from 'zod'
import { PURPOSES, RETENTION_EVENTS } from '../rules/retention.ts'
import { command, query } from './define.ts'
import { documentType, id, idempotencyKey, isoDate, lines, nothing } from './fields.ts'

const event = z.enum(RETENTION_EVENTS)
const years = z.number().int().min(1).max(100)
const rule = z.object({ purpose: z.enum(PURPOSES), event, years })

const listedRule = rule.extend({
  id,
  /** Null of a default that the program brings. */
  validFrom: isoDate.nullable(),
  /** False of one that begins later. */
  inForce: z.boolean(),
  /** The two people who agreed it; null of a default. */
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type RetentionRule = z.infer<typeof listedRule>

/** A document whose content is to be deleted, or was. */
const listedDeletion = z.object({
  id,
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  documentType,
  documentNumber: z.string(),
  event,
  eventOn: isoDate,
  years,
  /** When it is due, or was deleted. */
  on: isoDate,
  /** HELD: a legal hold keeps it. */
  state: z.enum(['DUE', 'HELD', 'DELETED']),
})
export type Deletion = z.infer<typeof listedDeletion>

export const retention = {
  /** How long documents are kept at the branch: what is in force and what will be. */
  'documents.listRetention': query({
    input: nothing,
    output: z.object({ businessDate: isoDate, rules: z.array(listedRule) }),
    roles: ['SUPERVISOR', 'ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts another rule before a second person. */
  'documents.proposeRetention': command({
    input: rule.extend({ key: idempotencyKey, validFrom: isoDate }),
    output: nothing,
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: ['KEY_REUSED', 'RETENTION_DATES', 'RETENTION_UNCHANGED', 'RETENTION_WAITS'],
  }),
  /** Documents that are due within so many days, or would be but for a legal hold, and what was deleted. */
  'documents.listDeletions': query({
    input: z.object({ days: z.number().int().min(0).max(366) }),
    output: z.object({ today: isoDate, documents: z.array(listedDeletion) }),
    roles: ['SUPERVISOR', 'AUDITOR'],
    errors: [],
  }),
  /** Keeps all documents of a customer until another supervisor releases them. */
  'documents.placeLegalHold': command({
    input: z.object({ key: idempotencyKey, customerId: id, reason: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'KEY_REUSED', 'OTHER_BRANCH'],
  }),
  'documents.releaseLegalHold': command({
    input: z.object({ holdId: id, reason: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['LEGAL_HOLD_NOT_FOUND', 'LEGAL_HOLD_RELEASED', 'OTHER_BRANCH', 'OWN_LEGAL_HOLD'],
  }),
}
