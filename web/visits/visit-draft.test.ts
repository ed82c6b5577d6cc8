import { expect, test } from 'vitest';
import { draftOf, freshVisit, minutesOf, nextDayOf, touchNeeds, visitInput, visitWrongs } from './visit-draft.ts';

const now = new Date('2026-06-24T02:42:00.000Z');
const about = { station: '0197a000-0000-7000-8000-000000000001', person: '0197a000-0000-7000-8000-000000000002' };

test('a fresh visit begins now, in China, with the person met at home', () => {
  expect(freshVisit(now)).toMatchObject({ day: '2026-06-24', time: '10:42', met: 'self', channel: 'in-person' });
});

test('only the minutes must be said', () => {
  expect(visitWrongs(freshVisit(now), now)).toEqual([{ field: 'visit-minutes', word: 'visit.wrong-minutes' }]);
  expect(visitWrongs({ ...freshVisit(now), minutes: 30 }, now)).toEqual([]);
});

test.each([['0'], ['601'], ['half'], ['12.5'], ['']])('other minutes %s are refused', (otherMinutes) => {
  expect(minutesOf({ ...freshVisit(now), minutes: 'other', otherMinutes })).toBeNull();
});

test('30 days after a visit of 24 June is 24 July', () => {
  expect(nextDayOf({ ...freshVisit(now), next: 30 })).toBe('2026-07-24');
  expect(nextDayOf(freshVisit(now))).toBeNull();
});

test('a next visit in the past and a visit in the future are refused', () => {
  const draft = { ...freshVisit(now), minutes: 30, next: 'day' as const, nextDay: '2026-06-01', time: '23:00' };
  expect(visitWrongs(draft, now).map((wrong) => wrong.word)).toEqual(['visit.wrong-next-past', 'visit.wrong-future']);
});

test('all is well excludes the needs, and the other way round', () => {
  expect(touchNeeds(['medical'], ['medical', 'fine'])).toEqual(['fine']);
  expect(touchNeeds(['fine'], ['fine', 'meals'])).toEqual(['meals']);
  expect(touchNeeds(['meals', 'money'], ['money'])).toEqual(['money']);
});

test('a stored visit opened again says the same', () => {
  const visit = visitInput(
    { ...freshVisit(now), minutes: 'other', otherMinutes: '20', needs: ['medical'], note: ' 药还剩 5 天 ', next: 30 },
    20,
    about,
  );
  expect(visit).toMatchObject({
    minutes: 20,
    note: '药还剩 5 天',
    nextOn: '2026-07-24',
    startedAt: '2026-06-24T02:42:00.000Z',
  });
  const again = draftOf(visit, 'key');
  expect(visitInput(again, minutesOf(again) ?? 0, about)).toEqual(visit);
});
