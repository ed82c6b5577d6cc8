import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitOf, maskIdNumber, readIdNumber } from './id-number.ts';

// Numbers of GB 11643-1999's own example, and made-up ones of a place code that stands in no list (990101).
describe('an ID number', () => {
  test('is refused nothing, but what is doubtful is said', () => {
    expect(readIdNumber('990101194803090021').doubt).toBe('check-digit');
    expect(readIdNumber('9901011948030900').doubt).toBe('shape');
    expect(readIdNumber('没带证').doubt).toBe('shape');
    expect(readIdNumber('990101194802300020').doubt).toBe('birth');
    expect(readIdNumber('990101304803090024').doubt).toBe('birth');
  });

  test('with the right check digit is without doubt, and tells birth and sex', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({
      number: '11010519491231002X',
      doubt: null,
      bornOn: '1949-12-31',
      sex: 'female',
    });
    expect(readIdNumber('440524188001010014')).toMatchObject({ doubt: null, bornOn: '1880-01-01', sex: 'male' });
  });

  test('is the same number wide or narrow, with a small x, with spaces', () => {
    for (const written of ['１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002x ', '110105-19491231-002x'])
      expect(readIdNumber(written)).toEqual(readIdNumber('11010519491231002X'));
  });

  test('of 15 digits becomes one of 18', () => {
    expect(readIdNumber('110105491231002')).toEqual(readIdNumber('11010519491231002X'));
    expect(readIdNumber('110105491331002').doubt).toBe('birth');
  });

  test('any one digit that is mistyped, or two neighbours that changed places, is noticed', () => {
    const digits = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 16 }), digits, (nth, place, digit) => {
        const seventeen = `99010119480309${String(nth).padStart(3, '0')}`;
        const right = seventeen + checkDigitOf(seventeen);
        const mistyped = right.slice(0, place) + digit + right.slice(place + 1);
        const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
        for (const wrong of [mistyped, swapped]) expect(readIdNumber(wrong).doubt === null).toBe(wrong === right);
      }),
    );
  });

  test('is shown with its middle hidden', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1101 **** **** 002X');
    expect(maskIdNumber('12345678')).toBe('**** 5678');
  });
});
