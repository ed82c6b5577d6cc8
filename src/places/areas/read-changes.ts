import { padCode } from './code.ts';

/** One row of heli.area_change. */
export interface AreaChange {
  /** 12 digits, as newCode. */
  oldCode: string;
  newCode: string;
  /** YYYY-MM-DD. */
  changedOn: string;
  note: string;
}

/** Reads changes.csv: a heading, then old code, new code, day and note; notes hold no comma. */
export function readChanges(text: string): AreaChange[] {
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [oldCode = '', newCode = '', changedOn = '', note = ''] = line.split(',');
    return { oldCode: padCode(oldCode), newCode: padCode(newCode), changedOn, note };
  });
}
