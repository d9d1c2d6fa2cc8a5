import {
  closeAccount,
  freezeAccount,
  reactivateAccount,
  unfreezeAccount,
} from '../services/accounts/change-status.ts'
import { documentHandlers } from './document-handlers.ts'
import { passbookHandlers } from './passbook-handlers.ts'
import { balanceOn } from '../services/accounts/balance-on.ts'
import { exportStatement } from '../services/accounts/export-statement.ts'
import { listHolds, placeHold, releaseHold } from '../services/accounts/holds.ts'
import { readAccountClosing, releaseMinimum, settleInterest } from '../services/accounts/settle-interest.ts'
import { findAccount } from '../services/accounts/find-account.ts'
import { openAccount } from '../services/accounts/open-account.ts'
import { proposeLimit } from '../services/accounts/propose-limit.ts'
import { readStatement } from '../services/accounts/read-statement.ts'
import { exportJournal } from '../services/books/export-journal.ts'
import { exportChart, previewChart, proposeChart } from '../services/books/change-chart.ts'
import { beginCheck, cancelCheck, checkNew, continueCheck, lastCheck } from '../services/books/check-books.ts'
import { generalLedger, ledgerEntries } from '../services/books/general-ledger.ts'
import { suspense } from '../services/books/suspense.ts'
import { trialBalance } from '../services/books/trial-balance.ts'
import { closeDay, openDay } from '../services/branches/business-day.ts'
import { closeMonth, readMonth } from '../services/branches/close-month.ts'
import { exportProof, readProof } from '../services/branches/day-proof.ts'
import { proposeTolerance } from '../services/branches/propose-tolerance.ts'
import { postDeposit, previewDeposit } from '../services/postings/post-deposit.ts'
import { postWithdrawal, previewWithdrawal } from '../services/postings/post-withdrawal.ts'
import {
  approveCorrection,
  declineCorrection,
  listCorrections,
  proposeCorrection,
} from '../services/customers/corrections.ts'
import { getCustomer } from '../services/customers/get-customer.ts'
import { readTimeline } from '../services/customers/read-timeline.ts'
import { registerCustomer } from '../services/customers/register-customer.ts'
import { findDuplicates, searchCustomers } from '../services/customers/search-customers.ts'
import { setCustomerStatus } from '../services/customers/set-customer-status.ts'
import { updateContact } from '../services/customers/update-contact.ts'
import { exportReceipt, findPosting, getReceipt } from '../services/postings/get-receipt.ts'
import { previewReverse, reverse } from '../services/postings/reverse-posting.ts'
import { changePassword } from '../services/sessions/change-password.ts'
import { beginEnrolment, confirmEnrolment, endEnrolment } from '../services/sessions/enrol-device.ts'
import { getSession } from '../services/sessions/get-session.ts'
import { giveCode, readFactor } from '../services/sessions/give-code.ts'
import { listOwn } from '../services/sessions/list-own.ts'
import { lock, unlock } from '../services/sessions/lock.ts'
import { signIn, signOut } from '../services/sessions/sign-in.ts'
import {
  confirmWithdrawal,
  dropWithdrawal,
  listWithdrawals,
  proposeWithdrawal,
} from '../services/branches/withdraw-day.ts'
import { listDays, readDay } from '../services/branches/read-day.ts'
import { changeBranch } from '../services/branches/change-branch.ts'
import { createBranch } from '../services/branches/create-branch.ts'
import { acknowledge } from '../services/intents/acknowledge.ts'
import { exportSlip } from '../services/intents/export-slip.ts'
import { settle } from '../services/intents/settle.ts'
import { listJournal, listTillSessions, readTrail, totalJournal } from '../services/journal/read-journal.ts'
import { listParties, proposeEnd, proposeParty, readSigners } from '../services/mandates/parties.ts'
import { listProducts } from '../services/products/list-products.ts'
import { payOutLoan, previewLoan } from '../services/products/pay-out-loan.ts'
import { readAccountTerms } from '../services/products/read-account-terms.ts'
import { proposeProduct } from '../services/products/propose-product.ts'
import { addTill } from '../services/tills/add-till.ts'
import { closeTill } from '../services/tills/close-till.ts'
import { listTills } from '../services/tills/list-tills.ts'
import { moveTillCash } from '../services/tills/move-till-cash.ts'
import { openTill } from '../services/tills/open-till.ts'
import { readClosing } from '../services/tills/read-closing.ts'
import { postTransfer, previewTransfer } from '../services/postings/post-transfer.ts'
import { approve, decline, withdraw } from '../services/approvals/decide-approval.ts'
import { decideBeside } from '../services/approvals/decide-beside.ts'
import { listApprovals } from '../services/approvals/list-approvals.ts'
import { readApproval } from '../services/approvals/read-approval.ts'
import { createUser } from '../services/users/create-user.ts'
import { endSessions } from '../services/users/end-sessions.ts'
import { listUsers } from '../services/users/list-users.ts'
import { proposeCodeRoles } from '../services/users/propose-code-roles.ts'
import { proposeChange } from '../services/users/propose-change.ts'
import { resetPassword } from '../services/users/reset-password.ts'
import { setUserStatus } from '../services/users/set-user-status.ts'
import { unlockUser } from '../services/users/unlock-user.ts'
import { updateUser } from '../services/users/update-user.ts'
import { moveVaultCash } from '../services/vault/move-vault-cash.ts'
import { beginPayments } from '../services/payments/begin-payments.ts'
import { exportResult } from '../services/payments/export-result.ts'
import { cancelPayments, goOn, listPayments, readPayments } from '../services/payments/go-on.ts'
import { previewPayments } from '../services/payments/preview-payments.ts'
import type { Handlers } from '../workplace.ts'
import { endWork } from '../under-way.ts'
import { archiveHandlers } from './archive-handlers.ts'
import { auditHandlers } from './audit-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { healthHandlers } from './health-handlers.ts'
import { staffHandlers } from './staff-handlers.ts'
import { jobHandlers } from './job-handlers.ts'
import { keyHandlers } from './key-handlers.ts'
import { limitHandlers } from './limit-handlers.ts'
import { screeningHandlers } from './screening-handlers.ts'
import { workstationHandlers } from './workstation-handlers.ts'
/** Every call of the contract and the use case that answers it. */
export const handlers = {
  'sessions.get': getSession,
  'sessions.signIn': signIn,
  'sessions.signOut': signOut,
  'sessions.lock': lock,
  'sessions.endWork': endWork,
  'sessions.unlock': unlock,
  'sessions.changePassword': changePassword,
  'sessions.giveCode': giveCode,
  'sessions.beginEnrolment': beginEnrolment,
  'sessions.confirmEnrolment': confirmEnrolment,
  'sessions.endEnrolment': endEnrolment,
  'sessions.readFactor': readFactor,
  'sessions.listOwn': listOwn,
  'users.endSessions': endSessions,
  'users.proposeCodeRoles': proposeCodeRoles,
  'branches.setUp': createBranch,
  ...workstationHandlers,
  'users.list': listUsers,
  'users.create': createUser,
  'users.update': updateUser,
  'users.unlock': unlockUser,
  'users.setStatus': setUserStatus,
  'users.resetPassword': resetPassword,
  'users.propose': proposeChange,
  'approvals.list': listApprovals,
  'approvals.read': readApproval,
  'approvals.approve': approve,
  'approvals.decline': decline,
  'approvals.decideBeside': decideBeside,
  'approvals.withdraw': withdraw,
  'customers.search': searchCustomers,
  'customers.findDuplicates': findDuplicates,
  'customers.get': getCustomer,
  'customers.timeline': readTimeline,
  'customers.register': registerCustomer,
  'customers.updateContact': updateContact,
  'customers.setStatus': setCustomerStatus,
  'customers.proposeCorrection': proposeCorrection,
  'customers.approveCorrection': approveCorrection,
  'customers.declineCorrection': declineCorrection,
  'customers.listCorrections': listCorrections,
  ...documentHandlers,
  'mandates.list': listParties,
  'mandates.signers': readSigners,
  'mandates.propose': proposeParty,
  'mandates.proposeEnd': proposeEnd,
  ...backupHandlers,
  ...keyHandlers,
  'accounts.open': openAccount,
  'accounts.proposeLimit': proposeLimit,
  'accounts.find': findAccount,
  'accounts.freeze': freezeAccount,
  'accounts.unfreeze': unfreezeAccount,
  'accounts.close': closeAccount,
  'accounts.statement': readStatement,
  'accounts.reactivate': reactivateAccount,
  'accounts.readClosing': readAccountClosing,
  'accounts.settleInterest': settleInterest,
  'accounts.releaseMinimum': releaseMinimum,
  'accounts.listHolds': listHolds,
  'accounts.placeHold': placeHold,
  'accounts.releaseHold': releaseHold,
  'accounts.balanceOn': balanceOn,
  'accounts.exportStatement': exportStatement,
  ...passbookHandlers,
  'payments.preview': previewPayments,
  'payments.begin': beginPayments,
  'payments.goOn': goOn,
  'payments.cancel': cancelPayments,
  'payments.list': listPayments,
  'payments.read': readPayments,
  'payments.exportResult': exportResult,
  ...screeningHandlers,
  'postings.previewDeposit': previewDeposit,
  'postings.postDeposit': postDeposit,
  'postings.previewWithdrawal': previewWithdrawal,
  'postings.postWithdrawal': postWithdrawal,
  'postings.previewTransfer': previewTransfer,
  'postings.postTransfer': postTransfer,
  'postings.previewReversal': previewReverse,
  'postings.reverse': reverse,
  'postings.get': getReceipt,
  'postings.find': findPosting,
  'postings.exportReceipt': exportReceipt,
  'journal.list': listJournal,
  'journal.total': totalJournal,
  'journal.trail': readTrail,
  'journal.listTillSessions': listTillSessions,
  ...limitHandlers,
  'products.list': listProducts,
  'products.propose': proposeProduct,
  'products.readAccount': readAccountTerms,
  'products.previewLoan': previewLoan,
  'products.payOutLoan': payOutLoan,
  'tills.list': listTills,
  'tills.open': openTill,
  'tills.close': closeTill,
  'tills.moveCash': moveTillCash,
  'tills.closing': readClosing,
  'tills.add': addTill,
  'vault.moveCash': moveVaultCash,
  'branches.change': changeBranch,
  'branches.proposeTolerance': proposeTolerance,
  'branches.openDay': openDay,
  'branches.closeDay': closeDay,
  'branches.readDay': readDay,
  'branches.readMonth': readMonth,
  'branches.closeMonth': closeMonth,
  'branches.readProof': readProof,
  'branches.exportProof': exportProof,
  'branches.listDays': listDays,
  'branches.listWithdrawals': listWithdrawals,
  'branches.proposeWithdrawal': proposeWithdrawal,
  'branches.confirmWithdrawal': confirmWithdrawal,
  'branches.dropWithdrawal': dropWithdrawal,
  'books.exportJournal': exportJournal,
  'books.trialBalance': trialBalance,
  'books.exportChart': exportChart,
  'books.previewChart': previewChart,
  'books.proposeChart': proposeChart,
  'books.suspense': suspense,
  'books.checkNew': checkNew,
  'books.beginCheck': beginCheck,
  'books.continueCheck': continueCheck,
  'books.cancelCheck': cancelCheck,
  'books.lastCheck': lastCheck,
  'books.generalLedger': generalLedger,
  'books.ledgerEntries': ledgerEntries,
  'intents.settle': settle,
  'intents.acknowledge': acknowledge,
  'intents.exportSlip': exportSlip,
  ...archiveHandlers,
  ...jobHandlers,
  ...healthHandlers,
  ...staffHandlers,
  ...auditHandlers,
} satisfies Handlers
