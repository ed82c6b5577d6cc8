import { importWords } from './import.ts';
import { lensWords } from './lenses.ts';
import { peopleWords } from './people.ts';
import { postgresWords } from './postgres.ts';
import { reportWords } from './reports.ts';
import type { Reason } from './zh.ts';

/** Sentences of the program in English, by reason. */
export const en: Record<Reason, string> = {
  fault:
    'Something went wrong, id {id}. What you typed is not lost; try again, or give this id to whoever keeps the system.',
  invalid: 'A few things need mending.',
  'unknown-field': 'There is a field the program does not know: {field}. Nothing was changed.',
  unauthenticated: 'Please sign in first.',
  'wrong-password': 'The account or the password is wrong.',
  'wrong-code': 'The code is wrong or has run out.',
  'two-factor-on': 'Two-step sign-in is on already; to change phones, turn it off first.',
  locked: 'Ten wrong passwords: this account rests for 15 minutes. Try again at {until}.',
  'too-many': 'Too many tries; please wait a little.',
  forbidden: 'You may not do this.',
  'not-found': 'Not found, or not yours to see.',
  stale: 'Someone changed this a moment ago. Look at both and choose.',
  'key-reused': 'This submission key was used before with other content. Nothing was changed.',
  'key-missing': 'The Idempotency-Key is missing. Nothing was changed.',
  'clock-back': 'This computer’s clock is earlier than the last entry. Put the clock right, then save.',
  'in-future': 'This lies in the future; check the date and time.',
  'next-in-past': 'The date of the next one has passed already.',
  'born-in-future': 'The birth date is after today; please check.',
  'born-precision': 'A birth date and how exact it is go together.',
  'unknown-area': 'There is no area with code {code}.',
  'unknown-person': 'This person was not found, or belongs to another station.',
  'already-there': 'A record with this id exists already; nothing was saved twice.',
  'already-set-up': 'A station is set up here already; please sign in.',
  'set-up-code': 'Enter the six-digit code shown in the window that started the program.',
  'username-taken': 'This account name is taken; choose another.',
  'phone-taken': 'This phone number belongs to an account already.',
  'invitation-gone': 'This invitation was used, has expired or was withdrawn; ask the station head for a new one.',
  'not-demo': 'Only the demonstration county can be entered this way.',
  'last-head': 'This is the station’s last head; make someone else head first.',
  'own-grant': 'You cannot withdraw your own role; another head must do it.',
  'too-large': 'Too large: at most {limit} MB at a time.',
  'cross-site': 'This request did not come from a page of Heli and was not carried out.',
  'database-away':
    'The database cannot be reached just now and nothing was stored; what you typed is kept here and will be tried again.',
  'database-newer': 'This data was written by a newer Heli ({level}). Upgrade the program first; nothing was changed.',
  'no-such-file': 'File not found: {file}.',
  'no-such-login': 'There is no account with this name or phone: {login}.',
  'port-in-use': 'Port {port} is in use; choose another with --port, or stop that program.',
  'port-refused': 'The system refuses port {port}; choose one above 1024.',
  'no-such-host': 'This machine has no address {host}.',
  'area-needed': 'This role needs an area.',
  'area-outside': 'This area lies outside what this station may give; choose again.',
  'operator-needed': 'This station has no operating organisation yet; add it first, then invite its manager.',
  'not-json': 'The content cannot be read; nothing was done.',
  'unknown-project': 'No such project at this station.',
  'unknown-worker': 'No such colleague.',
  'unknown-partner': 'No such organisation or group at this station.',
  'partner-known': '“{name}” is known already.',
  'other-kind': 'A correction cannot turn it into another kind of work: take this line back and record a new one.',
  'own-record': 'Somebody else has to confirm what you recorded yourself.',
  'other-file': '“{name}” is not a picture or a PDF and was not kept. Use JPG, PNG, WebP or PDF.',
  'photo-consent': 'A photo can be kept only when everyone who can be recognised in it agreed.',
  'helper-needed': 'Say who recorded it on the person’s behalf.',
  'one-measure': 'Fill in one of time, money and quantity.',
  'unit-needed': 'A quantity needs its unit.',
  'twice-on-list': 'Somebody is on the list twice.',
  'person-needed': 'Say whom it was with.',
  'one-subject': 'It is about one person or about one group, not both.',
  'unknown-state': 'A project of this kind has no such state.',
  'no-works': 'Only a micro-work has these attributes.',
  ...(Object.fromEntries(Object.entries(lensWords).map(([key, word]) => [key, word.en])) as Record<
    keyof typeof lensWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(importWords).map(([key, word]) => [key, word.en])) as Record<
    keyof typeof importWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(postgresWords).map(([key, word]) => [key, word.en])) as Record<
    keyof typeof postgresWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(peopleWords).map(([key, word]) => [key, word.en])) as Record<
    keyof typeof peopleWords,
    string
  >),
  ...(Object.fromEntries(Object.entries(reportWords).map(([key, word]) => [key, word.en])) as Record<
    keyof typeof reportWords,
    string
  >),
};
