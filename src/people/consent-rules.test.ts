import { describe, expect, test } from 'vitest';
import { consentFaults, consentState } from './consent-rules.ts';
import type { Consent, ConsentFields } from './consent-schema.ts';

const NOW = new Date('2026-06-24T02:00:00Z');
const yes: ConsentFields = {
  purpose: 'photo',
  agreed: true,
  givenBy: 'self',
  giver: '',
  how: 'paper',
  givenOn: '2026-03-01',
  untilOn: null,
  note: '',
};
const faults = (part: Partial<ConsentFields>, bornOn: string | null = '1948-03-09') =>
  consentFaults({ ...yes, ...part }, bornOn, NOW).map((fault) => fault.message);

describe('a consent is refused', () => {
  test('from a child under 14: it is the guardian who consents; on the 14th birthday the child may', () => {
    expect(faults({}, '2012-03-02')).toEqual(['consent-guardian']);
    expect(faults({}, '2012-03-01')).toEqual([]);
    expect(faults({ givenBy: 'guardian', giver: '刘小燕' }, '2019-01-01')).toEqual([]);
  });

  test('from a guardian without a name, on a day to come, ending before it begins', () => {
    expect(faults({ givenBy: 'guardian' })).toEqual(['consent-giver']);
    expect(faults({ givenOn: '2026-06-25' })).toEqual(['consent-in-future']);
    expect(faults({ untilOn: '2026-02-28' })).toEqual(['ends-before-start']);
  });
});

describe('how a purpose stands', () => {
  const said = (part: Partial<Consent>): Consent => ({
    ...yes,
    id: 'x',
    withdrawnOn: null,
    enteredBy: '周敏',
    version: 1,
    ...part,
  });
  const state = (...consents: Consent[]) => consentState(consents, 'photo', '2026-06-24');

  test('not asked is neither yes nor no', () => {
    expect(state()).toBe('not-asked');
    expect(state(said({ purpose: 'service' }))).toBe('not-asked');
  });

  test('the last word counts, until it ends or is taken back', () => {
    expect(state(said({}))).toBe('agreed');
    expect(state(said({}), said({ agreed: false }))).toBe('refused');
    expect(state(said({ untilOn: '2026-06-24' }))).toBe('agreed');
    expect(state(said({ untilOn: '2026-06-23' }))).toBe('over');
    expect(state(said({ withdrawnOn: '2026-06-24' }))).toBe('withdrawn');
    expect(state(said({ withdrawnOn: '2026-06-01' }), said({ givenOn: '2026-06-10' }))).toBe('agreed');
  });
});
