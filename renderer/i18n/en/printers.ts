/** The printers of a workstation, and what comes of printing. */
export const printers = {
  title: 'Printers',
  choices: 'What is printed where',
  choicesHint: 'On this workstation. What has no printer is saved as a PDF file.',
  papers: { RECEIPT: 'Receipts', STATEMENT: 'Statements', PROOF: 'Proof of a day', PASSBOOK: 'Passbooks' },
  asFile: 'Save as a PDF file',
  isFile: 'Saved as a PDF file',
  known: 'Printers of this workstation',
  none: 'No printer yet',
  noneHint:
    'Add the receipt printer of this counter, or a printer of this computer, and choose what it prints.',
  noneSet: 'No printer',
  noneSetHint: 'The bank gives this computer none: every paper is saved as a PDF file.',
  add: 'Add a printer',
  addNow: 'Add',
  added: '{{name}} is added. Print a test page on it.',
  setByBank: 'The bank sets the printers of this computer, and what each prints.',
  name: 'Name',
  nameHint: 'As the people here call it: Counter 3',
  address: 'Address in the network',
  addressHint:
    'As the printer’s own status page shows it: 192.168.1.30, with another port than 9100 as 192.168.1.30:9101',
  roll: 'Width of the paper',
  rollOf: '{{roll}} mm',
  ways: {
    ESCPOS: 'Receipt printer, {{roll}} mm',
    CUPS: 'Printer of this computer (CUPS)',
    SYSTEM: 'Printer of this computer',
  },
  kind: 'What kind of printer',
  kinds: { ESCPOS: 'Receipt printer in the network (ESC/POS)', COMPUTER: 'Printer of this computer' },
  place: 'Printer',
  noPlaces: 'This computer has no printer. Set one up in its settings first.',
  test: 'Print a test page',
  testOne: 'Print a test page on {{name}}',
  tested: 'The test page is printed on {{printer}}. Nothing on it must be cut off at its right edge.',
  testTaken:
    'The test page is handed to {{printer}}. See that it comes out, and that nothing is cut off at its right edge.',
  remove: 'Remove',
  removeOne: 'Remove {{name}}',
  print: 'Print',
  preview: {
    title: 'Preview',
    open: 'Preview',
    asPrinted: 'As {{printer}} prints it',
    asSaved: 'As it is saved; no printer is chosen for it',
    roll: 'Roll of {{roll}} mm',
    save: 'Save as PDF',
    /** What a screen reader says of the picture. */
    page: 'Page {{page}} of {{pages}}, as it is printed',
    work: 'Making the preview',
  },
  printed: 'Printed on {{printer}}.',
  printedCopy: 'Printed on {{printer}}, as a copy.',
  /** The system took it, and does not tell what becomes of it. */
  taken: 'Handed to {{printer}}. See that it comes out.',
  takenCopy: 'Handed to {{printer}}, as a copy. See that it comes out.',
  /** A printer that was not ready: nothing was printed. */
  notReady: {
    PAPER_OUT: '{{printer}} has no paper. Put a new roll in, then print again.',
    COVER_OPEN: 'The cover of {{printer}} is open. Close it, then print again.',
    JAMMED:
      '{{printer}} is jammed or its cutter is stuck. Take the paper out, switch the printer off and on, then print again.',
    OFFLINE: '{{printer}} is offline. Press its feed or online button, then print again.',
    SILENT: '{{printer}} takes the connection and does not answer. Switch it off and on, then print again.',
    DISABLED:
      '{{printer}} is stopped or takes no jobs. Start it in the settings of this computer, then print again.',
    GONE: 'This computer has no printer {{printer}} any more. Choose another one under Printers.',
  },
  /** What stopped a print that had begun. The next one says that it is a copy. */
  stopped: {
    PAPER_OUT:
      '{{printer}} ran out of paper. Put a new roll in, throw away what came out, and print again: it says copy.',
    COVER_OPEN:
      'The cover of {{printer}} was opened while it printed. Close it, throw away what came out, and print again: it says copy.',
    JAMMED:
      '{{printer}} jammed while it printed. Take the paper out, switch the printer off and on, and print again: it says copy.',
    OFFLINE:
      '{{printer}} went offline while it printed. See that it is on, throw away what came out, and print again: it says copy.',
    LOST: 'The connection to {{printer}} was cut while it printed. See what came out; if it is not whole, print again: it says copy.',
    SILENT:
      '{{printer}} does not say whether it has printed. See what came out; if it is not whole, print again: it says copy.',
    CANCELLED: 'The print on {{printer}} was cancelled. If the paper is needed, print again: it says copy.',
    DISABLED:
      '{{printer}} was stopped while it printed. Start it in the settings of this computer, and print again: it says copy.',
    FAILED: '{{printer}} could not print it. See what its display says, and print again: it says copy.',
  },
  /** Letters for which this computer has no font, said before a paper leaves. */
  letters: {
    title: 'This computer cannot print some letters',
    text: 'It has no font for {{letters}} ({{scripts}}). Nothing is printed or saved yet; each of these letters would be an empty box.',
    onLinux:
      'To print them, have whoever looks after this computer install fonts-noto-core (Fedora: google-noto-sans-fonts).',
    onLinuxEastAsian:
      'To print Chinese, Japanese and Korean, have whoever looks after this computer install fonts-noto-cjk (Fedora: google-noto-sans-cjk-fonts).',
    onWindows:
      'To print them, have whoever looks after this computer add the supplemental fonts of the language (Settings, Optional features).',
    onMac:
      'To print them, have whoever looks after this computer install a Noto Sans font of that script for all users.',
    noFont: 'No font is known by which they could be printed.',
    hint: 'A font that is installed is used by the next paper, without a restart.',
    anyway: 'Go on with boxes',
    leave: 'Do not print',
    scripts: {
      CHINESE: 'Chinese',
      JAPANESE: 'Japanese',
      KOREAN: 'Korean',
      THAI: 'Thai',
      LAO: 'Lao',
      KHMER: 'Khmer',
      DEVANAGARI: 'Devanagari',
      BENGALI: 'Bengali',
      GUJARATI: 'Gujarati',
      GURMUKHI: 'Gurmukhi',
      KANNADA: 'Kannada',
      MALAYALAM: 'Malayalam',
      ORIYA: 'Odia',
      SINHALA: 'Sinhala',
      TAMIL: 'Tamil',
      TELUGU: 'Telugu',
      TIBETAN: 'Tibetan',
      ETHIOPIC: 'Ethiopic',
      ARABIC: 'Arabic',
      HEBREW: 'Hebrew',
      OTHER: 'other signs',
    },
  },
  /** What each call of this area lets somebody do. */
  calls: {
    list: 'See the printers of a workstation',
    add: 'Add a printer to a workstation',
    remove: 'Remove a printer from a workstation',
    choose: 'Choose the printer of receipts, statements, proofs and passbooks',
    discover: 'See the printers of this computer',
    printReceipt: 'Print a receipt',
    printStatement: 'Print a statement',
    printProof: 'Print the proof of a day',
    printPassbook: 'Print into a passbook',
    allowBoxes: 'Let a paper go out with boxes for letters that the computer cannot print',
    test: 'Print a test page',
    preview: 'Look at a receipt, a statement or a proof before it is printed',
    previewPage: 'Turn the pages of what is looked at before it is printed',
  },
}

/** What can be wrong with a printer, where no reason is known. */
export const printerErrors = {
  PREVIEW_GONE: 'This preview is not there any more. Close it, and open it again.',
  PRINTER_ADDRESS_INVALID:
    'This is no address of a printer. Type its IP address or its name in the network, as its status page shows it.',
  PRINTER_NOT_CHOSEN: 'No printer is chosen for this at this workstation. Choose one under Printers.',
  PRINTER_NOT_FOUND: 'This printer was removed from the workstation. Choose another one under Printers.',
  PRINTER_NOT_READY: 'The printer is not ready. See to its paper and its cover, then print again.',
  PRINTER_UNREACHABLE: 'The printer does not answer. See that it is on and connected, then print again.',
  PRINTER_UNSUITABLE: 'This printer has a narrow roll, for receipts only. Choose another one for it.',
  PRINT_STOPPED: 'The print did not end well. See what came out, and print again if it is not whole.',
} as const
