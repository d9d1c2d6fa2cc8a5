/** Where the ledger is kept: choosing, testing and saving a connection. */
export const database = {
  title: 'Database connection',
  kind: 'Where the ledger is kept',
  embedded: 'On this computer',
  embeddedText:
    'For one workstation, and one user of its system: people who sign in to this computer under other names need a server.',
  server: 'On a server',
  serverText: 'For several workstations that share one ledger.',
  now: 'In use now',
  url: 'Address of the server',
  urlHint:
    'postgresql://user@host:5432/coreX-DB; with a standby that may take over, postgresql://user@host1:5432,host2:5432/coreX-DB',
  urlRule: 'It begins with postgresql:// and names a host.',
  password: 'Password of the login',
  authority: 'Certificate authority (PEM)',
  authorityHint: 'Needed when the server’s certificate is signed by the bank’s own authority.',
  authorityFile: 'Read from a file',
  authorityRule: 'This is not a PEM certificate.',
  setByBank: 'Set by the bank, and not to be changed here',
  setServer: 'Server and certificate authority',
  setIdle_one: 'Locking after {{count}} minute without a key',
  setIdle_other: 'Locking after {{count}} minutes without a key',
  computer: 'This computer is called',
  codeServer: 'Server',
  codeServerHint:
    'Its name, as in db.bank.example; with another port than 5432, db.bank.example:6000. Standbys that may take over follow after a comma.',
  codeServerRule: 'Type the name of the server.',
  code: 'Code',
  codeHint: 'An administrator makes one for this computer, under Workstations. It is good once.',
  codeRule: 'This is not a whole code. A letter is wrong or missing.',
  enrol: 'Enrol this computer',
  enrolling: 'Enrolling …',
  byLogin: 'Set a server up, or bring it up to date, with an administrator’s login',
  byCode: 'Enrol this computer by a code',
  test: 'Test the connection',
  testing: 'Testing …',
  saveServer: 'Use this server',
  saveEmbedded: 'Use this computer',
  works: 'The connection works.',
  encrypted: 'Encrypted',
  notEncrypted: 'Not encrypted, which is allowed on this computer only',
  encryption: 'Encryption',
  serverVersion: 'PostgreSQL',
  login: 'Login',
  loginAdministrator: 'May set the database up',
  loginWorkstation: 'May use a database that is set up',
  schema: 'Tables',
  schemaAbsent: 'None yet. They are created when you save.',
  schemaOlder: 'From an older program. They are brought up to date when you save.',
  schemaCurrent: 'Up to date',
  cannotSetUp: 'This login cannot create or update the tables. Enter an administrator’s login once.',
  administratorNeeded:
    'A branch is set up here. Only an administrator who is signed in connects this workstation to another database.',
  loginOnly: 'While nobody is signed in, the login at the same server can be entered again.',
  unreachableForGood:
    'If this database is lost for good, whoever looks after this computer sets another one in its policy.',
  warnings: 'Tell whoever looks after the server:',
  warning: {
    UNPATCHED:
      'Its PostgreSQL lacks corrections of published security holes. Install at least 15.19, 16.15, 17.11 or 18.6.',
    LOGS_PARAMETERS:
      'Its log would hold passwords. Set log_parameter_max_length and log_parameter_max_length_on_error to 0.',
    WAITS_FOR_THE_SILENT:
      'It waits too long for connections that do not say who they are. Set authentication_timeout to 5s.',
    KEEPS_PREPARED:
      'A login could leave a prepared transaction that keeps a branch from closing its day. Set max_prepared_transactions to 0.',
    NOT_ENCRYPTED:
      'The connection is not encrypted, so other users of this computer could take the server’s place. Use sslmode=verify-full.',
    SECRETS_IN_PLAIN:
      'It has no keyring, so the login of this workstation is stored in plain text, in a file that only its user can read. Install a secret service, such as gnome-keyring or KWallet.',
    DATA_IN_ROAMING_PROFILE:
      'The data is in the part of the profile that Windows copies from computer to computer. Close this program and move its folder from AppData\\Roaming to AppData\\Local.',
  },
  ofComputer: 'Tell whoever looks after this computer:',
  saved: 'This connection is in use now.',
  /** What each call of the contract lets somebody do. */
  calls: {
    get: 'See which database is used',
    testConnection: 'Test a connection',
    useServer: 'Connect to a server',
    redeemCode: 'Enrol this computer by a code',
    restart: 'Start the program anew',
    useEmbedded: 'Use the database on this computer',
    retry: 'Try the connection again',
  },
} as const
