import { duration } from './duration.ts'

/** Of the form that one signs in with, and of coming back from elsewhere. */
export const signInWords = {
  title: 'Sign in',
  lead: 'For agents and operators',
  name: 'Name',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  empty: 'Enter your name and your password.',
  wrong: 'The name or the password is wrong.',
  tooOften: (seconds: number) => `Too many attempts. You can try again in ${duration(seconds)}.`,
  again: 'You can try again now.',
  unreachable: 'The relay cannot be reached. Check your connection and try again.',
  notStored: 'The relay could not sign you in just now. Try again in a moment.',
  forbidden: 'This page was not opened at the console’s own address, so nobody can sign in here.',
  fault: 'Something went wrong on our side. Try again in a moment.',
  or: 'or',
  denied: 'You did not sign in there. You can try again.',
  noAccount: 'You were recognised, but you may not come in here. Ask whoever runs this console.',
  unverified: 'Your email address is not verified at the sign-in service. Verify it there, then try again.',
  late: 'That took too long, or began in another browser. Try again.',
  down: 'The sign-in service cannot be reached just now. Try again in a moment.',
  failed: 'The sign-in service did not confirm who you are. Try again.',
  wait: 'Too many attempts. Wait a moment, then try again.',
  ended: 'You have been signed out. Sign in to go on; what you had begun to write is still here.'
} as const
