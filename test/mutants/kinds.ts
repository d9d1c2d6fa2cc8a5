/** A planted fault by its words, and a test that sees it: its file, and its title as it stands there. */
export type Seen = readonly [fault: string, file: string, title: string]

/**
 * Every kind of fault that people met who used the application, attacked it, or tried reports about other programs on it: what has to hold
 * instead, with faults of that kind, and for each the test that sees it.
 */
export const KINDS: Readonly<Record<string, readonly Seen[]>> = {
  'what is not known is shown as not known': [
    [
      'a question that failed is drawn as an empty answer',
      'renderer/calls/answer.test.ts',
      'a question that failed is unknown, whatever the failure, and can be asked again',
    ],
    [
      'what follows from an unknown answer is known',
      'renderer/calls/answer.test.ts',
      'what is made of answers is known only when they are',
    ],
    [
      'somebody whom an administrator threw out reads that the time was over',
      'test/sessions/session-end.test.ts',
      'somebody who is thrown out reads why: %s, because %s',
    ],
  ],
  'nobody decides on what was not shown': [
    [
      'a document is approved that was not shown',
      'test/documents/looks.test.ts',
      'a document is not approved before it was shown to the person who approves it',
    ],
    [
      'what was shown in an earlier session is enough to approve',
      'test/documents/looks.test.ts',
      'what was shown in an earlier session of the same person is not enough',
    ],
    [
      'a locked PDF is called damaged, which it is not',
      'test/documents/files.test.ts',
      'a PDF that is locked with a password is refused by name',
    ],
  ],
  'an amount is read in the number format of the branch, and none is guessed': [
    ['1.000 is read as one', 'test/shared/amount-text.test.ts', '%s %s in %s is refused with both readings'],
    [
      'an amount of another format is called no number, without what it could mean',
      'test/shared/amount-text.test.ts',
      '%s in %s is refused with what it means elsewhere',
    ],
    [
      'a pasted amount with a narrow space is refused',
      'test/shared/amount-text.test.ts',
      'pasted %j in %s is %s',
    ],
    ['1k5 is read as 10,005', 'renderer/components/keypad.test.ts', '%s is no amount'],
  ],
  'a sum belongs to one visit of one field': [
    [
      'a sum stays when the field is left, and the next amount is added to it',
      'renderer/components/keypad-entry.test.ts',
      '100+ that is left is no amount, and typing 50 later is 50 and not 150',
    ],
    [
      'clearing the field keeps the sum',
      'renderer/components/keypad-entry.test.ts',
      'clearing the field drops the sum that it was part of',
    ],
  ],
  'a key acts on the account that is shown, and a confirmation names it': [
    [
      'the slip takes the first account instead of the selected one',
      'renderer/app/selection.test.ts',
      'the account whose statement was looked at is the one that the next key acts on',
    ],
    [
      'until an account that was just opened is in the list, a key acts on another one',
      'renderer/app/selection.test.ts',
      'while an account that was just opened is not in the list yet, no other one is taken for it',
    ],
    [
      'after Next the last customer stays selected',
      'renderer/app/selection.test.ts',
      'after Next nobody is selected, so that Enter cannot take the last customer’s account',
    ],
    [
      'another customer inherits the account of the one before',
      'renderer/app/selection.test.ts',
      'another customer never inherits an account',
    ],
    ...['account', 'holder', 'balance'].map((what): Seen => [
      `the question before freezing or closing an account names no ${what}`,
      'test/e2e/counter.spec.ts',
      'the whole row chooses an account, and a freeze names account, holder and balance before it is done',
    ]),
  ],
  'a number that the database makes grows and is never cut': [
    [
      'the millionth posting gets the reference of another one',
      'test/accounts/number-ends.test.ts',
      'the millionth posting gets a longer reference, and every later one its own',
    ],
  ],
  'each kind of text has one form, in which it is kept, told apart and found': [
    [
      'a phone number is found only as it is kept',
      'test/customers/text.test.ts',
      'a phone number is found as people say it',
    ],
    [
      'a name may mix letters of two alphabets that look alike',
      'test/customers/text.test.ts',
      'a name that mixes letters of two alphabets that look alike is refused, with the letter',
    ],
    [
      'the case of letters makes a second e-mail address',
      'test/customers/text.test.ts',
      'an e-mail address is one address however its letters are written, national domains included',
    ],
    [
      'a full-width document number is another number',
      'test/documents/numbers.test.ts',
      'the number of one person is refused for another, however it is typed',
    ],
    [
      'a password works only in the form in which it was first typed',
      'test/sessions/password-forms.test.ts',
      'a password signs in however its letters are composed, and no other does',
    ],
  ],
  'the contract admits nothing that PostgreSQL refuses': [
    [
      'a control character is admitted, and PostgreSQL refuses it',
      'test/contract/rules-in-sql.test.ts',
      'what text may hold: the database refuses the characters that the contract refuses',
    ],
    [
      'one damaged row closes the queue of documents',
      'test/documents/looks.test.ts',
      'one damaged row does not close the queue: the others are shown, and it is counted',
    ],
  ],
  'the number of a document is unique among people': [
    [
      "a document's number is refused to the customer who has it already",
      'test/documents/numbers.test.ts',
      'a renewed identity card with the same number, and its back, are taken',
    ],
    [
      'a bill that two people share is refused to the second',
      'test/documents/numbers.test.ts',
      'a bill that two people share is taken for both',
    ],
  ],
  'a wrong clock is named, a day is at most one working day ahead, and all times are the branch’s': [
    [
      'a clock that is two years wrong is not noticed',
      'test/db/clock.test.ts',
      'is opened when its clock and this computer’s agree, and refused by name when they do not',
    ],
    [
      'in a month without a partition nobody signs in',
      'test/db/clock.test.ts',
      'gets one by the next thing that is recorded, so that people sign in',
    ],
    [
      'a day can be opened a year ahead',
      'test/branches/day.test.ts',
      'a day is later than every day before it, and at most the next working day of the branch',
    ],
    [
      'one person alone takes a day back',
      'test/branches/withdrawal.test.ts',
      'a day that was opened by mistake is taken back by two people, its row stays, and its date can be opened again',
    ],
    [
      "a day of the audit log ends at Greenwich's midnight",
      'test/audit/list.test.ts',
      'a day of the filter begins and ends at the branch’s midnight, not at Greenwich’s',
    ],
  ],
  'roles and people are what was meant, and can be corrected': [
    [
      'a new user whose role was passed over becomes a teller',
      'renderer/screens/users/users.test.ts',
      'a new user has no role until one is chosen, and is not made without',
    ],
    [
      'a user who is locked out reads "Active"',
      'renderer/screens/users/user-state.test.ts',
      'a user who is locked out does not read "Active", and one who is suspended reads so first',
    ],
    ['a two-year-old is registered as an adult', 'test/contract/errors.test.ts', 'answers %s'],
  ],
  'what is taken from a list, a folder or a date is what was chosen': [
    [
      '"ger" gives Algeria',
      'renderer/components/rank-options.test.ts',
      '"ger" gives Germany, and a code its country',
    ],
    [
      'of several files that are dropped one is taken',
      'test/e2e/documents.spec.ts',
      'files that are dropped together are all taken, and one that cannot be is refused by its name',
    ],
    [
      'of several files that are pasted one is taken',
      'test/e2e/documents.spec.ts',
      'files that are pasted are all taken, and one that cannot be is refused by its name',
    ],
    [
      'of several files that are chosen one is taken',
      'test/e2e/documents.spec.ts',
      'the files that are chosen together wait by name, and the form asks before it leaves them out',
    ],
    [
      'a file that cannot be taken is refused without its name',
      'test/e2e/documents.spec.ts',
      'files that are dropped together are all taken, and one that cannot be is refused by its name',
    ],
    [
      'a date that is chosen over another one is of the year 42031',
      'test/documents/date-fields.test.ts',
      'every date is read by the one date field, whose years have four digits',
    ],
    [
      'a year of five digits is read by its first four',
      'renderer/components/typed-date.test.ts',
      '%j is no day',
    ],
  ],
  'one statement of a workstation changes one thing, and stops nobody else': [
    ['a workstation may change accounts by its own statements', 'test/trust/catalogue.test.ts', '$claim'],
    ['one statement freezes every account, a call a row', 'test/trust/hostile.test.ts', '%s'],
    [
      'a file that no document names stays for ever',
      'test/documents/orphans.test.ts',
      'a file that no document names is collected and its removal recorded; the file of a document stays',
    ],
  ],
  'no rollback undoes the trace of an attempt or a look': [
    [
      'the answer to a sign-in is given before it is on record',
      'test/sessions/sign-in.test.ts',
      'is answered only after the transaction is over, and not at all when it is rolled back',
    ],
    [
      'content is handed out by a look that can still be rolled back',
      'test/documents/looks.test.ts',
      'a look that could still be rolled back gives no content',
    ],
  ],
  'looking is recorded, and reading in bulk is counted': [
    [
      'opening a customer or a statement leaves no trace',
      'test/accounts/looks.test.ts',
      'whoever opens a statement or exports it is on record, with the workstation and the period',
    ],
    [
      'rows that are handed out are not counted',
      'test/accounts/looks.test.ts',
      'accounts that are listed or found by number count as read, even when the transaction is rolled back',
    ],
  ],
  'a stranger locks nobody out': [
    [
      'wrong passwords at one workstation lock a user out at all',
      'test/sessions/sign-in.test.ts',
      'at one workstation of every user keeps nobody out at another',
    ],
    [
      'one workstation may try the names of all users',
      'test/sessions/sign-in.test.ts',
      'a workstation that tries many names tries no more of them',
    ],
  ],
  'what belongs to a branch is decided in it': [
    [
      'another branch freezes, decides and suspends',
      'test/accounts/looks.test.ts',
      'staff of another branch read an account and do not freeze it; its own branch does',
    ],
    [
      "another branch's customers are in every list",
      'test/customers/reading.test.ts',
      'the customers of another branch are not among those found where the bank keeps them apart',
    ],
    [
      'an administrator reads customers in the audit log',
      'test/audit/list.test.ts',
      'an administrator sees that something happened to a customer, and nothing about the customer',
    ],
  ],
  'a workstation cannot lift its limits, and keeps nobody out': [
    [
      'a login keeps what a teller set on it',
      'test/db/limits.test.ts',
      'at every start a login gets its settings back, from itself or from an administrator, and its limits stay',
    ],
    [
      'a library that a teller set keeps the next one out',
      'test/db/limits.test.ts',
      'whatever a teller sets on the login of the workstation, the next one gets to the sign-in',
    ],
  ],
  'an impostor is told nothing': [
    [
      'the password is sent to a server that asks for it in clear',
      'test/db/impostor.test.ts',
      'a server that asks for %s instead of a proof gets no password and no statement',
    ],
    [
      'another server at a known address is taken for it',
      'test/db/server.test.ts',
      'another key or another cluster at its address is refused by name, until whoever looks after the computer accepts it',
    ],
    [
      'anybody leads a signed-out workstation to a server of theirs',
      'test/database/database.test.ts',
      'nobody leads a workstation with a branch to another database before an administrator has signed in',
    ],
  ],
  'known holes are closed or told, and checks cannot be skipped': [
    [
      'a server with known holes gives no warning',
      'test/db/warnings.test.ts',
      'one of version %i lacks some',
    ],
    ['a login may call what published holes need', 'test/trust/catalogue.test.ts', '$claim'],
    [
      'a pipe in the place of certificates is taken for an empty file',
      'test/db/connection.test.ts',
      'refuses a pipe, a device and a huge file as certificates at once',
    ],
    [
      'a text that begins with a password of 72 bytes is that password',
      'test/sessions/password-forms.test.ts',
      'a text that begins with a password of 72 bytes and goes on is another one, which signs nobody in',
    ],
  ],
  'pictures, cells, counts and cookies do no harm': [
    [
      'a picture of any number of pixels is stored',
      'test/documents/files.test.ts',
      'a picture of 20,000 by 20,000 pixels is refused by its header, before any pixel takes memory',
    ],
    [
      'a cell is a formula under another list separator',
      'test/shared/csv.test.ts',
      'no cell of an exported line is a formula under any list separator',
    ],
    [
      'whoever counts a till is told what it should hold',
      'renderer/screens/postings/effect-lines.test.ts',
      'shows the balances of the customer and not of the till, and of both accounts of a transfer',
    ],
    [
      'the cookie of the preview goes to every program of this computer',
      'test/double/preview.test.ts',
      'the cookie goes to no other port of this computer',
    ],
  ],
  'a key that is pressed too early is held until it can be answered': [
    [
      'a press of Ctrl+Enter is dropped while the list of tills is on its way',
      'test/e2e/counter.spec.ts',
      'Ctrl+Enter on Open till is answered although the list of tills is still on its way',
    ],
  ],
  'the keys of the bar and the palette work everywhere': [
    ...[
      'F-keys are dead on screens that declare none',
      'the palette finds no posting by its reference',
      'signing out has no key',
    ].map((fault): Seen => [
      fault,
      'test/e2e/frame.spec.ts',
      'the keys of the key bar, the palette, signing out and the themes work on screens that declare none of them',
    ]),
    [
      'a key that a browser keeps for itself has no second one there',
      'renderer/keyboard/keys.test.ts',
      'in a browser, a key that it keeps for itself has a second one, and only there',
    ],
  ],
  'a lost server, a colleague’s posting and another currency are told at once': [
    [
      'of a frozen server the call tells after half a minute',
      'test/database/silent-server.test.ts',
      'of a server that freezes the call itself tells after two seconds, and the bar goes red at that moment',
    ],
    [
      "a colleague's posting is in the list before it is on the slip",
      'renderer/calls/ask-together.test.ts',
      'a colleague’s posting reaches list and slip at the same moment',
    ],
    [
      'a slip of a dollar account in a euro branch says nothing until it is refused',
      'renderer/screens/postings/slip-problems.test.ts',
      'say of a dollar account in a euro branch that the till holds euro, before an amount is typed',
    ],
  ],
  'what a decision rests on is whole and stays in its place': [
    [
      'the name of the person whose money it is, is cut before posting',
      'test/e2e/names.spec.ts',
      'before posting the whole name stands at both accounts of a transfer, however long it is',
    ],
    [
      'an Arabic name is cut at its beginning in a list',
      'test/e2e/names.spec.ts',
      'a name that is too long for a list is cut at the end of its reading direction',
    ],
    [
      'an Arabic description is cut at its beginning in a statement',
      'test/e2e/names.spec.ts',
      'a description is whole where there is room, and else cut at the end of its reading direction',
    ],
    [
      'a description is cut although the column beside it could make room',
      'test/e2e/names.spec.ts',
      'a description is whole where there is room, and else cut at the end of its reading direction',
    ],
    [
      'a press of Approve moves the ticks under the pointer',
      'test/e2e/documents.spec.ts',
      'approving without ticks says so and moves neither ticks nor buttons',
    ],
    [
      'in a low window the button that posts lies below the fold',
      'test/e2e/counter.spec.ts',
      'in a window of 960 by 600 the button that posts is in sight on every kind of slip',
    ],
    [
      'all accounts of a customer are drawn again for each key',
      'test/e2e/names.spec.ts',
      'with five hundred accounts of one customer an arrow key draws only those that it changes',
    ],
  ],
  'a screen shows what its person came for': [
    [
      'a till that was counted short looks like any other',
      'renderer/screens/branches/state-of-till.test.ts',
      'a till of %s with the difference %s is %s',
    ],
    [
      'a till that was counted short and opened again is not on the day any more',
      'test/branches/read-day.test.ts',
      'a till that was counted short stays visible on its day, also when it is opened again',
    ],
    [
      'the day does not lead to the till that is still held',
      'test/e2e/branch-day.spec.ts',
      'a supervisor sees the figures of the day and a short till at once, and goes from a held till to where it is counted',
    ],
    [
      'the audit log shows no amount of a posting',
      'renderer/screens/audit/audit.test.ts',
      'an entry shows its amount: of a posting, of a till’s float, and by how much a count differed',
    ],
    [
      'the audit log shows keys in the place of account numbers',
      'renderer/screens/audit/audit.test.ts',
      'an account that an entry refers to is read as its number',
    ],
    ['dates are American', 'renderer/screens/audit/audit.test.ts', '%s %j is readable'],
    [
      'a transfer shows what happens to one of its accounts only',
      'renderer/screens/postings/effect-lines.test.ts',
      'shows the balances of the customer and not of the till, and of both accounts of a transfer',
    ],
    [
      'a statement goes to no date',
      'test/accounts/find-lines.test.ts',
      'begins at the date that one goes to, and holds both ends of a period',
    ],
    ['a statement finds no text, reference or amount', 'test/accounts/find-lines.test.ts', 'by %s'],
    [
      'an address has no postcode',
      'renderer/screens/customers/address.test.ts',
      'an address in one line has its postcode, and nothing for what is not on file',
    ],
    [
      'a registration loses the nationality',
      'test/customers/details.test.ts',
      'each detail that is registered is read back, the phone in E.164 and the e-mail in small letters',
    ],
    [
      'a customer is registered without a tax residence',
      'renderer/screens/customers/customers.test.ts',
      'each country of tax residence stands once, and there is one at least',
    ],
  ],
  'papers say when and whether they are copies, and nothing that was typed or told goes to the wrong person':
    [
      [
        'a paper tells the time without its offset',
        'test/branches/times.test.ts',
        'receipt, statement and export tell the time by the branch’s clock, whatever this workstation’s is',
      ],
      [
        'a copy of a receipt does not say so',
        'test/print/receipt.test.ts',
        'a receipt that was printed before says that this one is a copy, and is otherwise the same',
      ],
      [
        'what a screen reader was told stays in the window that is locked',
        'test/e2e/lock.spec.ts',
        'what a screen reader was told is gone as soon as the window locks',
      ],
      ...[
        'changing the theme breaks the content policy',
        'a window with typed text is loaded again without a word',
      ].map((fault): Seen => [
        fault,
        'test/e2e/frame.spec.ts',
        'the keys of the key bar, the palette, signing out and the themes work on screens that declare none of them',
      ]),
      [
        'the answer that typed text is kept is not heard',
        'test/window/unload.test.ts',
        'a window with typed text is loaded again only after it was said that the text is lost',
      ],
      [
        'a registration that somebody began is in the form of the next person',
        'renderer/screens/customers/customers.test.ts',
        'a draft keeps its id for the user who typed it, and no other user sees it',
      ],
    ],
}
