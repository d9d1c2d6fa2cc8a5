/** What is shown before the user has signed in: the card in the middle of the window, starting, and a database that cannot be used. */
export const gates = {
  businessDate: 'Business date',
  server: 'Server',
  connected: 'Connected',
  notConnected: 'Not connected',
  workstation: 'Workstation',
  databaseSettings: 'Database connection',
  changeConnection: 'Change the connection',
  back: 'Back',
  starting: 'Opening the database',
  startingHint: 'The first start takes a little longer: the database is being set up.',
  faultTitle: 'The database cannot be used',
  faultUnknown: 'Something is wrong with the database, and this program has no words for it: {{code}}.',
  faultCode: 'Code',
  retry: 'Try again',
  retrying: 'Trying …',
} as const
