import { kycHandlers } from './kyc-handlers.ts'
import type { Handlers } from '../workplace.ts'
import { allowCamera } from '../services/documents/camera.ts'
import { askForMore, endRequest, listRequests } from '../services/documents/ask-for-more.ts'
import { claimCase, releaseCase } from '../services/documents/claim-case.ts'
import { approveDocument, rejectDocument } from '../services/documents/decide-document.ts'
import { listQueue } from '../services/documents/list-queue.ts'
import { noteShown } from '../services/documents/note-shown.ts'
import { adjustPage, cancelPrepare, prepareDocument } from '../services/documents/prepare-document.ts'
import { listTwins } from '../services/documents/list-twins.ts'
import { readFile } from '../services/documents/read-file.ts'
import { uploadDocument } from '../services/documents/upload-document.ts'
import {
  addScanner,
  discoverScanners,
  listScanners,
  removeScanner,
} from '../services/scanners/change-scanners.ts'
import {
  addPrinter,
  allowBoxes,
  choosePrinter,
  discoverPrinters,
  listPrinters,
  removePrinter,
} from '../services/printers/change-printers.ts'
import { previewPage, previewPaper } from '../services/printers/preview.ts'
import { printProof, printStatement } from '../services/printers/print-pages.ts'
import { printPassbook } from '../services/printers/print-passbook.ts'
import { printReceipt } from '../services/printers/print-receipt.ts'
import { testPrinter } from '../services/printers/test-printer.ts'
import { cancelScan, scanPages } from '../services/scanners/scan-pages.ts'

type Names = Extract<keyof Handlers, `documents.${string}` | `scanners.${string}` | `printers.${string}`>

/** The calls about documents, and the scanners and printers of a workstation, a part of the handler table. */
export const documentHandlers = {
  'scanners.list': listScanners,
  'scanners.discover': discoverScanners,
  'scanners.add': addScanner,
  'scanners.remove': removeScanner,
  'scanners.scan': scanPages,
  'scanners.cancelScan': cancelScan,
  'printers.list': listPrinters,
  'printers.discover': discoverPrinters,
  'printers.add': addPrinter,
  'printers.remove': removePrinter,
  'printers.choose': choosePrinter,
  'printers.allowBoxes': allowBoxes,
  'printers.printReceipt': printReceipt,
  'printers.printStatement': printStatement,
  'printers.printProof': printProof,
  'printers.printPassbook': printPassbook,
  'printers.preview': previewPaper,
  'printers.previewPage': previewPage,
  'printers.test': testPrinter,
  'documents.prepare': prepareDocument,
  'documents.adjust': adjustPage,
  'documents.cancelPrepare': cancelPrepare,
  'documents.allowCamera': allowCamera,
  'documents.upload': uploadDocument,
  'documents.readFile': readFile,
  'documents.listTwins': listTwins,
  'documents.noteShown': noteShown,
  'documents.listQueue': listQueue,
  'documents.approve': approveDocument,
  'documents.reject': rejectDocument,
  'documents.claim': claimCase,
  'documents.release': releaseCase,
  'documents.askForMore': askForMore,
  'documents.endRequest': endRequest,
  'documents.listRequests': listRequests,
  ...kycHandlers,
} satisfies Pick<Handlers, Names>
