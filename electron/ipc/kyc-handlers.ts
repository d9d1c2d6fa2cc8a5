import { listDue, proposeRating, readStanding, reviewCustomer } from '../services/documents/keep-knowing.ts'
import { listPolicies, proposePolicy } from '../services/documents/kyc-policies.ts'
import {
  listDeletions,
  listRetention,
  placeLegalHold,
  proposeRetention,
  releaseLegalHold,
} from '../services/documents/retention.ts'

/** KYC policies and what is kept known of customers; part of document-handlers.ts, which checks their types. */
export const kycHandlers = {
  'documents.listPolicies': listPolicies,
  'documents.proposePolicy': proposePolicy,
  'documents.readStanding': readStanding,
  'documents.proposeRating': proposeRating,
  'documents.review': reviewCustomer,
  'documents.listDue': listDue,
  'documents.listRetention': listRetention,
  'documents.proposeRetention': proposeRetention,
  'documents.listDeletions': listDeletions,
  'documents.placeLegalHold': placeLegalHold,
  'documents.releaseLegalHold': releaseLegalHold,
}
