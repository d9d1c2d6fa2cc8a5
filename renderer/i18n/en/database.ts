/** Where the ledger is kept: choosing, testing and saving a connection. */
export const database = {
  title: 'Database connection',
  kind: 'Where the ledger is kept',
  embedded: 'On this computer',
  embeddedText: 'For one workstation. The program starts and stops its own PostgreSQL.',
  server: 'On a server',
  serverText: 'For several workstations that share one ledger.',
  now: 'In use now',
  url: 'Address of the server',
  urlHint: 'postgresql://user@host:5432/coreX-DB',
  urlRule: 'It begins with postgresql:// and names a host.',
  password: 'Password of the login',
  authority: 'Certificate authority (PEM)',
  authorityHint: 'Needed when the server’s certificate is signed by the bank’s own authority.',
  authorityFile: 'Read from a file',
  authorityRule: 'This is not a PEM certificate.',
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
    'If this database is lost for good, whoever looks after this computer names another one in COREX_DATABASE_URL.',
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
  },
  saved: 'This connection is in use now.',
  /** What each call of the contract lets somebody do. */
  calls: {
    get: 'See which database is used',
    testConnection: 'Test a connection',
    useServer: 'Connect to a server',
    useEmbedded: 'Use the database on this computer',
    retry: 'Try the connection again',
  },
} as const
